package extract

import (
	"errors"
	"slices"

	"jishi/extract/lexicon"
	"jishi/extract/source"
	"jishi/extract/timex"
	"jishi/schema"
	"jishi/schema/datafile"
)

// Lint gives every fault of ontology and gazetteers: what New refuses, and what loads but is wrong or will never be found.
// The error is of a folder that cannot be read.
func Lint(o Options) (datafile.Problems, error) {
	if err := o.folder(); err != nil {
		return nil, err
	}
	user, shown := o.layer("schema")
	_, err := schema.LoadOntology(user, shown)
	var problems datafile.Problems
	if err != nil && !errors.As(err, &problems) {
		return nil, err
	}
	user, shown = o.layer("lexicon")
	found := lexicon.Lint(lexicon.Options{User: user, UserShown: shown, Number: timex.Number, Simplify: source.Simplified})
	return slices.Concat(o.misplaced(), problems, found).Sorted(), nil
}
