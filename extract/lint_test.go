package extract_test

import (
	"testing"

	"jishi/extract"
)

// What ships has no fault.
func TestShippedDataIsClean(t *testing.T) {
	problems, err := extract.Lint(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
}
