package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	largestPage = 32 << 20 // bytes
	mostTags    = 150_000  // of a page: each takes memory
	mostNested  = 1 << 29  // bytes of a page's text, each counted for every element in which it stands
)

// page gives the main text of a web page, under its title, and when it was published, where the page says so.
func page(name string, raw []byte, wanted Encoding, o *Origin) (string, error) {
	if len(raw) > largestPage {
		return "", fmt.Errorf("it is larger than %d MB; save the page again without its images, or give its text", largestPage>>20)
	}
	if wanted == "" {
		wanted = declared(raw)
	}
	decoded, guess, err := decode(name, raw, wanted)
	if o.Guess = guess; err != nil {
		return "", err
	}
	doc, err := parsePage(decoded)
	if err != nil {
		return "", err
	}
	o.Date, o.From = published(doc)
	whole := &paragraphs{}
	whole.walk(doc)
	main := mainText(doc)
	if !worth(main.done, whole.done) {
		main = whole
	} else if n := characters(whole.done) - characters(main.done); n > 0 {
		o.Left = append(o.Left, fmt.Sprintf("%d characters outside the main text", n))
	}
	main.entitle(title(doc))
	return main.text(), nil
}

func parsePage(text string) (*html.Node, error) {
	if strings.Count(text, "<") > mostTags {
		return nil, fmt.Errorf("it holds more than %d tags; give its text", mostTags)
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("its tags are nested too deep or broken (%w); open it in a browser and save its text", err)
	}
	return doc, nil
}

// declared is the encoding that a page itself names, where that is the one its bytes are in; "" else.
func declared(raw []byte) Encoding {
	head := bytes.ToLower(raw[:min(len(raw), 4096)])
	i := bytes.Index(head, []byte("charset="))
	if i < 0 || Detect(raw).Encoding == UTF8 {
		return ""
	}
	value := bytes.TrimLeft(head[i+len("charset="):], `"' `)
	end := bytes.IndexAny(value, `"' />;`)
	if end < 0 {
		return ""
	}
	e, known := ParseEncoding(string(value[:end]))
	if !known || e != GB18030 && e != Big5 {
		return ""
	}
	if _, bad := e.decode(raw); bad >= 0 {
		return ""
	}
	return e
}

// mainText asks the readability library which part of a page is its article. It reads the text of each element anew: a large
// page whose text is nested deep is not given to it, and has no main text.
func mainText(doc *html.Node) (main *paragraphs) {
	main = &paragraphs{}
	defer func() {
		if recover() != nil { // what a library of many heuristics does with a broken page is not ours to suffer from
			main = &paragraphs{}
		}
	}()
	if nested(doc, 0) > mostNested {
		return main
	}
	parser := readability.NewParser()
	parser.CharThresholds = 80 // a news item in Chinese is short
	article, err := parser.ParseDocument(doc, nil)
	if err != nil || article.Node == nil {
		return main
	}
	main.walk(article.Node)
	main.end()
	return main
}

// nested is how many bytes are read when the text below a node, which stands at a depth, is read for every element in which it
// stands.
func nested(n *html.Node, depth int) int {
	if n.Type == html.TextNode {
		return depth * len(n.Data)
	}
	total := 0
	for c := range n.ChildNodes() {
		total += nested(c, depth+1)
	}
	return total
}

// worth reports whether the main text is to be taken, and not the whole page: it holds most of what its sentences say.
func worth(main, whole []string) bool { return ends(main)*10 >= ends(whole)*7 && ends(main) > 0 }

// ends counts the ends of sentences.
func ends(text []string) int {
	n := 0
	for _, s := range text {
		n += strings.Count(s, "。") + strings.Count(s, "！") + strings.Count(s, "？")
	}
	return n
}

func characters(text []string) int {
	n := 0
	for _, s := range text {
		n += utf8.RuneCountInString(s)
	}
	return n
}

// entitle puts the title before the text, unless the text begins with it.
func (p *paragraphs) entitle(title string) {
	p.end()
	for _, s := range p.done[:min(len(p.done), 3)] {
		if s == title {
			return
		}
	}
	if title != "" {
		p.done = append([]string{title}, p.done...)
	}
}

// title is the first large heading that the page's title begins with, else the page's title without the name of the site.
func title(doc *html.Node) string {
	named, heading := "", ""
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Title:
			if named == "" {
				named = oneLine(n)
			}
		case atom.H1, atom.H2:
			if h := oneLine(n); heading == "" && h != "" && strings.HasPrefix(named, h) {
				heading = h
			}
		}
	}
	if heading != "" {
		return heading
	}
	for _, sign := range []string{"_", "|", "--", "——", " - ", "-"} {
		if before, _, cut := strings.Cut(named, sign); cut && utf8.RuneCountInString(before) >= 6 {
			named = before
		}
	}
	return strings.TrimSpace(named)
}

func oneLine(n *html.Node) string {
	var p paragraphs
	for c := range n.ChildNodes() {
		p.walk(c)
	}
	p.end()
	return strings.Join(p.done, " ")
}
