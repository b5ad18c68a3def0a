package extract_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jishi/extract"
)

// pages are explanations with all that a page can hold, and hostile text.
func pages(t *testing.T) map[string]*extract.Explanation {
	x := lender(t)
	whole := x.Explain(lent(t))
	asked := x.Explain(lent(t))
	want, err := x.ParseWanted("lentTo(汤加, 老王)")
	if err != nil {
		t.Fatal(err)
	}
	asked.WhyNot = x.WhyNot(asked, want)
	hostile, err := x.ExplainText(`<script>alert("1")</script>&amp;挪威"向'智利租借<b>帐篷</b>。`)
	if err != nil {
		t.Fatal(err)
	}
	empty, err := x.ExplainText("……")
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*extract.Explanation{"whole": whole, "asked": asked, "hostile": hostile, "empty": empty}
}

func TestPageIsValid(t *testing.T) {
	for name, e := range pages(t) {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := e.WriteHTML(&b, "", nil); err != nil {
				t.Fatal(err)
			}
			balanced(t, b.String())
			root, err := html.Parse(&b)
			if err != nil {
				t.Fatal(err)
			}
			alone(t, root)
		})
	}
}

// balanced reports tags that are not closed in their order, and elements that a browser would move: those that stand
// elsewhere in the tree than their tags say.
func balanced(t *testing.T, page string) {
	t.Helper()
	type place struct {
		tag   string
		depth int
	}
	void := []string{"meta", "br"}
	var written, parsed []place
	var open []string
	z := html.NewTokenizer(strings.NewReader(page))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		tag, _ := z.TagName()
		switch name := string(tag); kind {
		case html.StartTagToken:
			written = append(written, place{name, len(open)})
			if !slices.Contains(void, name) {
				open = append(open, name)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("</%s> closes %v", name, open)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Fatalf("never closed: %v", open)
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		if n.Type == html.ElementNode {
			parsed = append(parsed, place{n.Data, depth})
			depth++
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, depth)
		}
	}
	walk(root, 0)
	for i, p := range parsed {
		if i >= len(written) || written[i] != p {
			t.Fatalf("element %d is %v in the tree, but written as %v", i, p, written[min(i, len(written)-1)])
		}
	}
	if len(written) != len(parsed) {
		t.Errorf("%d elements are written, %d are in the tree", len(written), len(parsed))
	}
}

// alone reports what would be loaded from elsewhere or run, ids that stand twice, links that lead nowhere, and what a
// reader who cannot see the page would miss.
func alone(t *testing.T, root *html.Node) {
	t.Helper()
	ids, links, marks := map[string]bool{}, []string{}, 0
	seen := map[string]bool{}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			seen[n.Data] = true
			if slices.Contains([]string{"script", "link", "img", "iframe", "object", "b"}, n.Data) {
				t.Errorf("the page holds <%s>", n.Data)
			}
			attributes := map[string]string{}
			for _, a := range n.Attr {
				attributes[a.Key] = a.Val
				if a.Key == "src" || strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.Contains(a.Val, "//") {
					t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
				}
			}
			if id := attributes["id"]; id != "" {
				if ids[id] {
					t.Errorf("the id %s stands twice", id)
				}
				ids[id] = true
			}
			for _, key := range []string{"href", "aria-labelledby"} {
				if v := attributes[key]; v != "" {
					links = append(links, strings.TrimPrefix(v, "#"))
				}
			}
			switch n.Data {
			case "html":
				if attributes["lang"] == "" {
					t.Error("the page has no language")
				}
			case "mark":
				marks++
			case "th":
				if attributes["scope"] == "" {
					t.Error("a column's name has no scope")
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	for _, l := range links {
		if !ids[l] {
			t.Errorf("a link leads to %s, which is not there", l)
		}
	}
	for _, tag := range []string{"title", "h1", "main", "mark"} {
		if !seen[tag] {
			t.Errorf("the page has no <%s>", tag)
		}
	}
	if marks < 5 {
		t.Errorf("%d marks", marks)
	}
}

// Each sentence can be read through the marks: nothing is lost or doubled.
func TestMarksKeepTheSentence(t *testing.T) {
	var b bytes.Buffer
	e := lender(t).Explain(lent(t))
	if err := e.WriteHTML(&b, "", nil); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]int{}
	marked := map[string]bool{}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for _, a := range n.Attr {
			if a.Key == "class" && a.Val == "zh" {
				shown[textOf(n)]++
			}
			if n.Data == "mark" && a.Key == "class" {
				marked[a.Val+" "+textOf(n)] = true
			}
			if n.Data == "span" && a.Val == "evidence" {
				marked["evidence "+textOf(n)] = true
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	for _, entry := range e.Entries {
		for _, s := range entry.Sentences {
			if shown[s.Text] != 1+len(s.Facts) {
				t.Errorf("%q is shown %d times, want once and for each of %d facts", s.Text, shown[s.Text], len(s.Facts))
			}
		}
	}
	for _, want := range []string{"trigger 租借", "cue 愿", "mention leader 挪威首相索尔贝格", "mention supply 40顶帐篷", "evidence 双方愿向肯尼亚租借40顶帐篷"} {
		if !marked[want] {
			t.Errorf("nothing is marked as %s", want)
		}
	}
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	out := ""
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		out += textOf(c)
	}
	return out
}
