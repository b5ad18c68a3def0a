package extract_test

import (
	"reflect"
	"testing"
)

// Who wants no mentions gets the same facts and entities, however many workers read.
func TestFactsOnly(t *testing.T) {
	x := extractor(t)
	doc := read(t, bigger(t))
	whole := x.Extract(doc, 1)
	for _, jobs := range []int{1, 3} {
		bare := x.FactsOnly().Extract(doc, jobs)
		if len(bare.Mentions) > 0 {
			t.Errorf("%d jobs: %d mentions, want none", jobs, len(bare.Mentions))
		}
		if !reflect.DeepEqual(bare.Facts, whole.Facts) || !reflect.DeepEqual(bare.Entities, whole.Entities) {
			t.Errorf("%d jobs: other facts or entities", jobs)
		}
	}
	if again := x.Extract(doc, 1); len(again.Mentions) != len(whole.Mentions) {
		t.Error("the extractor itself has lost its mentions")
	}
}
