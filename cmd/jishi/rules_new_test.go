package main

import (
	"bufio"
	"bytes"
	"io"
	"path/filepath"
	"testing"

	"jishi/extract"
	"jishi/schema"
)

// Of whatever relation, shipped or new, a rule to begin with holds as it is written and stands in nobody's way.
func TestNewRulesHold(t *testing.T) {
	known, err := schema.LoadOntology(nil, "")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var out bytes.Buffer
	e := &env{out: &results{Writer: bufio.NewWriter(&out)}, err: io.Discard}
	relations := append(relationNames(known), "tradedWith", "lentTo")
	for i, relation := range relations {
		name := "new-" + string(rune('a'+i))
		trigger := "丙" + string(rune('一'+i)) + "丁"
		s := newSkeleton(dir, name, relation, []string{trigger}, nil, nil, known)
		files := []skeletonFile{{filepath.Join(dir, "rules", name+".yaml"), "skeleton/rule.yaml"}}
		if s.isNew {
			files = append(files, skeletonFile{filepath.Join(dir, "schema", relation+".yaml"), "skeleton/relation.yaml"})
		}
		if err := writeSkeleton(e, files, s); err != nil {
			t.Fatal(err)
		}
	}
	x, err := extract.New(extract.Options{Data: dir})
	if err != nil {
		t.Fatal(err)
	}
	own := 0
	for _, r := range x.RulesInFull() {
		if r.User {
			own++
		}
	}
	if own != len(relations) || own < 15 {
		t.Errorf("%d rules of %d relations", own, len(relations))
	}
	if err := x.CheckRules().Err(); err != nil {
		t.Errorf("%v", err)
	}
}
