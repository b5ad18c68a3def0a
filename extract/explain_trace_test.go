package extract

import (
	"testing"

	"jishi/schema"
)

// Where nobody asks why, noting keeps nothing.
func TestNoTraceCostsNothing(t *testing.T) {
	var none *trace
	s, d, a := &sentence{}, &draft{}, &actor{}
	found, said := []schema.Mention{{}}, []speech{{}}
	if n := testing.AllocsPerRun(100, func() {
		none.refer(s, 1, found[0], found, origin{"somebody", a, nil})
		none.heard(s, said)
		none.refused(d, refusal{"unless", "the clause holds", "了"})
		none.told(d, 1)
		none.named(s, 1)
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// A trace keeps what stood when it was noted, not what becomes of it.
func TestTraceKeepsWhatStood(t *testing.T) {
	tr := &trace{}
	a := &actor{Mention: schema.Mention{Name: "甲"}}
	s := &sentence{}
	tr.refer(s, 0, schema.Mention{Name: "他"}, nil, origin{"the person named last", a, nil})
	said := []speech{{verb: 1}}
	tr.heard(s, said)
	a.Name, said[0].verb = "乙", 2
	if got := tr.at(s).refers[0].one.Name; got != "甲" {
		t.Errorf("the reference leads back to %s", got)
	}
	if got := tr.at(s).speeches[0].verb; got != 1 {
		t.Errorf("the speech begins at %d", got)
	}
}
