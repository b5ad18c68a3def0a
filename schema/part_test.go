package schema_test

import (
	"testing"

	"jishi/schema"
)

func TestPartsOf(t *testing.T) {
	pages := schema.Parts{Unit: schema.Page, Starts: []int{0, 10, 10, 20, 30}} // the second is empty, and so is the last
	for _, c := range []struct {
		name  string
		parts schema.Parts
		spans []schema.Span
		page  string
	}{
		{"first byte", pages, []schema.Span{{Start: 0, End: 1}}, "1"},
		{"up to the next page", pages, []schema.Span{{Start: 4, End: 10}}, "1"},
		{"behind an empty page", pages, []schema.Span{{Start: 10, End: 12}}, "3"},
		{"over a page", pages, []schema.Span{{Start: 18, End: 22}}, "3-4"},
		{"two passages", pages, []schema.Span{{Start: 1, End: 2}, {Start: 25, End: 30}}, "1-4"},
		{"no passage", pages, nil, ""},
		{"not divided", schema.Parts{}, []schema.Span{{Start: 0, End: 1}}, ""},
		{"divided otherwise", schema.Parts{Unit: schema.Paragraph, Starts: []int{0}}, []schema.Span{{Start: 0, End: 1}}, ""},
		{"text before the first", schema.Parts{Unit: schema.Page, Starts: []int{3}}, []schema.Span{{Start: 0, End: 1}}, "1"},
	} {
		if got := c.parts.Of(c.spans).In(schema.Page); got != c.page {
			t.Errorf("%s: %q, want %q", c.name, got, c.page)
		}
	}
	if got := pages.Of([]schema.Span{{Start: 18, End: 22}}).Words(); got != "page 3-4" {
		t.Error(got)
	}
}
