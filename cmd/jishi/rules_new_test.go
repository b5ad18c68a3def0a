package main

import (
	"bufio"
	"bytes"
	"fmt"
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
	var wishes []newRuleFlags
	for _, relation := range append(relationNames(known), "tradedWith", "lentTo") {
		wishes = append(wishes, newRuleFlags{relation: relation})
	}
	wishes = append(wishes, newRuleFlags{relation: "twinned", from: []string{"country"}, to: []string{"country"}, symmetric: true})
	for i, e := range known.Entities {
		if e.ID == "document" { // of which no text has a mention
			continue
		}
		from, to, letter := []string{e.ID}, []string{e.ID}, string(rune('A'+i))
		if e.ID == "team" {
			from = []string{"country", "team"}
		}
		wishes = append(wishes, newRuleFlags{relation: "joined" + letter, from: from, to: to},
			newRuleFlags{relation: "reached" + letter, from: []string{"actor"}, to: to},
			newRuleFlags{relation: "left" + letter, from: from, to: []string{"country", "leader"}})
	}
	for i, wish := range wishes {
		name, relation := fmt.Sprintf("new-%d", i), wish.relation
		digits := []rune("甲乙丙丁戊己庚辛壬癸")
		wish.triggers = []string{"墨" + string(digits[i/10]) + string(digits[i%10]) + "砚"} // no word of any text
		s := newSkeleton(dir, name, wish, known)
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
	if own != len(wishes) || own < 40 {
		t.Errorf("%d rules of %d relations", own, len(wishes))
	}
	if err := x.CheckRules().Err(); err != nil {
		t.Errorf("%v", err)
	}
}
