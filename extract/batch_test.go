package extract_test

import (
	"reflect"
	"testing"
)

// Who wants neither mentions nor entities gets the same facts, however many workers read.
func TestFactsOnly(t *testing.T) {
	x := extractor(t)
	doc := read(t, bigger(t))
	whole := x.Extract(doc, 1)
	for _, jobs := range []int{1, 3} {
		bare := x.FactsOnly().Extract(doc, jobs)
		if len(bare.Mentions) > 0 || len(bare.Entities) > 0 {
			t.Errorf("%d jobs: %d mentions and %d entities, want none", jobs, len(bare.Mentions), len(bare.Entities))
		}
		if !reflect.DeepEqual(bare.Facts, whole.Facts) {
			t.Errorf("%d jobs: other facts", jobs)
		}
	}
	if again := x.Extract(doc, 1); len(again.Mentions) != len(whole.Mentions) || len(again.Entities) != len(whole.Entities) {
		t.Error("the extractor itself has lost its mentions or entities")
	}
}
