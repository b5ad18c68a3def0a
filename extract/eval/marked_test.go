package eval

import (
	"math"
	"strings"
	"testing"

	"jishi/schema"
)

func table(text string) [][]string {
	var rows [][]string
	for line := range strings.Lines(text) {
		rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), ","))
	}
	return rows
}

// The intervals of Brown, Cai and DasGupta's and Newcombe's examples, as statsmodels gives them too.
func TestWilson(t *testing.T) {
	for _, c := range []struct{ right, n, low, high float64 }{
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0, 0.1611},
		{20, 20, 0.8389, 1},
		{1, 29, 0.0061, 0.1718},
	} {
		low, high := Wilson(c.right/c.n, c.n)
		if math.Abs(low-c.low) > 5e-5 || math.Abs(high-c.high) > 5e-5 {
			t.Errorf("%v of %v: %.4f to %.4f, want %.4f to %.4f", c.right, c.n, low, high, c.low, c.high)
		}
	}
}

func TestReadMarked(t *testing.T) {
	m, err := ReadMarked("x.csv", table(`Mark,relation,id,stratum,stratum_facts,sample
1,called,a,called,90,"4 of 100 facts by relation, seed 3"
对,called,b,called,90
 Y ,met,c,met,10
×,met,d,met,10
？,met,e,met,10
,met,f,met,10

`))
	if err != nil {
		t.Fatal(err)
	}
	if m.Unmarked != 1 || !m.Weighted || len(m.Relations) != 2 {
		t.Errorf("%+v", m)
	}
	called, met := m.Relations[0], m.Relations[1]
	if called.Right != 2 || called.Wrong != 0 || met.Right != 1 || met.Wrong != 1 || met.Undecided != 1 || met.Share != 0.5 || met.Effective != 2 {
		t.Errorf("%+v %+v", called, met)
	}
	// called stands for 90 facts, all right; met for 10, half of them right
	if math.Abs(m.Total.Share-0.95) > 1e-9 || math.Abs(m.Total.Effective-100*100/(2*45.0*45+2*5.0*5)) > 1e-9 {
		t.Errorf("%+v", m.Total)
	}
}

// Without strata every fact weighs the same.
func TestMarkedPlain(t *testing.T) {
	m, err := ReadMarked("x.csv", table("relation,mark\ncalled,1\ncalled,0\nmet,1\nmet,1\n"))
	if err != nil {
		t.Fatal(err)
	}
	if m.Weighted || m.Total.Share != 0.75 || m.Total.Effective != 4 {
		t.Errorf("%+v", m)
	}
	var b strings.Builder
	if err := m.WriteText(&b, nil, func(id string) string { return map[string]string{"called": "通电话", "met": "会见"}[id] }); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"met                            2       2       0          0     100.0%   34.2–100.0%\n",
		"4 facts were decided by hand against the sentences from which they were read. Precision is 75.0% (3 of 4 right; 95% Wilson interval 30.1–95.4%). By relation: called 50.0% (1 of 2; 9.5–90.5%); met 100.0% (2 of 2; 34.2–100.0%).",
		"由人工对照原句判定4条事实。精确率为75.0%（4条中3条正确；95%威尔逊置信区间30.1–95.4%）。分关系：通电话 50.0%（2条中1条；9.5–90.5%）；",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s\nwant %s", b.String(), want)
		}
	}
}

// A stratum of which nothing was decided is told: the total does not speak of it.
func TestMarkedUnseen(t *testing.T) {
	m, err := ReadMarked("x.csv", table("mark,relation,stratum,stratum_facts\n1,called,actual,9\n?,called,pledged,4\n,met,negated,2\n"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Join(m.Unseen, " ") != "negated pledged" || m.Total.Right != 1 {
		t.Errorf("%+v", m)
	}
	if words := m.english(); !strings.Contains(words, "This leaves out negated, pledged, of which nothing was decided.") {
		t.Error(words)
	}
}

func TestMarkedFaults(t *testing.T) {
	for _, c := range []struct{ table, want string }{
		{"", "x.csv: is empty"},
		{"right,relation\n1,called\n", `x.csv:1:1: there is no column "mark"`},
		{"mark,relation\n", "x.csv: nothing is decided"},
		{"mark,relation\n?,called\n,met\n", "x.csv: nothing is decided"},
		{"mark,relation,id,stratum_facts\nmaybe,called,a,1\n1,,a,many\n", "x.csv:2:1: \"maybe\" is no mark; write 1 (right), 0 (wrong), ? (cannot be decided), or leave it empty\n" +
			"x.csv:3:2: the relation is missing; copy it from the sample\nx.csv:3:4: \"many\" is no number of facts; copy it from the sample\nx.csv:3:3: the fact a stands in row 2 too; keep one"},
	} {
		if _, err := ReadMarked("x.csv", table(c.table)); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.table, err, c.want)
		}
	}
}

// FuzzReadMarked: whatever stands in a table, shares and intervals stay shares.
func FuzzReadMarked(f *testing.F) {
	f.Add("mark,relation,stratum,stratum_facts\n1,called,a,9\n0,called,b,3\n")
	f.Add("mark,relation,id,sample\n?,met,x,3 of 4 facts")
	f.Add("relation,mark,mark\n,")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := ReadMarked("x", table(text))
		if err != nil {
			return
		}
		for _, p := range append(m.Relations, m.Total) {
			if !(0 <= p.Low && p.Low <= p.Share+1e-9 && p.Share <= p.High+1e-9 && p.High <= 1) {
				t.Errorf("%q: %+v", text, p)
			}
		}
		_, _ = m.english(), m.chinese(nil)
	})
}

// TestDescribe: how a sample was drawn is read back, in either language.
func TestDescribe(t *testing.T) {
	for _, by := range append(Strata(), "") {
		for _, language := range []string{schema.English, schema.Chinese} {
			d := Draw{N: 4, By: by, Seed: -7}
			how := d.Describe(4, 120, language)
			n, all, back, ok := described(how)
			if back.N = 4; !ok || n != 4 || all != 120 || back != d {
				t.Errorf("%q is read back as %d of %d, %+v, %v", how, n, all, back, ok)
			}
		}
	}
	if _, _, _, ok := described("四条"); ok {
		t.Error("what is no description is read as one")
	}
}
