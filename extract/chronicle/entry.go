package chronicle

import (
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"jishi/schema"
)

// read makes the entries of a section.
func (d *document) read(s section) {
	paras := d.paras[s.from:s.to]
	level := d.primary(paras)
	joins := level != none || !d.loose && joinable(paras)
	room := make([]paragraph, 0, len(paras)) // for those of all entries: none moves
	var open []paragraph                     // of the entry that is open, the last in it
	torn := false                            // what a page or a designer has put between two paragraphs stands before this one
	take := func(p *paragraph) {
		room = append(room, *p)
		open = room[len(room)-len(open)-1:]
	}
	flush := func() {
		if len(open) > 0 {
			d.drafts = append(d.drafts, draft{section: s, open: open})
		}
		open = nil
	}
	for i := range paras {
		p := &paras[i]
		switch {
		case p.role == kept && p.class == level && level != none: // a bullet with nothing but a date line
			flush()
		case p.role == kept || p.role == heading:
			torn = torn || isTear(p)
			continue
		case p.role == bulleted && (p.class == level || len(open) == 0):
			if p.class != level && d.isSubheading(paras, i) {
				continue
			}
			flush()
			if d.tellsAgain(paras, i) {
				p.role, p.aside = kept, "headline"
				continue
			}
			take(p)
		case p.role == bulleted:
			if !d.isSubheading(paras, i) {
				take(p)
			}
		case len(open) == 1 && joins && d.standsAlone(open[0], level):
			if open[0].role == plain {
				paras[i-1].role, paras[i-1].aside = kept, "headline"
				open = nil
			}
			take(p)
		case len(open) > 0 && joins && !open[len(open)-1].final:
			last := &open[len(open)-1]
			last.extend(d.normal, p.spans()...)
			last.end, last.final = p.end, p.final
		case joins && !isHalf(paras, i, torn && level != none) && d.isHeadline(paras, i, level, len(open) > 0):
			p.role, p.aside = kept, "headline"
		default:
			// Entries behind bullets seldom have a second paragraph; where lines are indented, the first of a paragraph is.
			p.same = torn && len(open) > 0 && (level != none || !p.indent && open[len(open)-1].indent)
			take(p)
		}
		torn = false
	}
	flush()
}

// standsAlone reports whether the first paragraph of an entry, which ends as no sentence does, is a headline and not the
// beginning of a broken line: short, without a comma, and plain or numbered (二、), no entry of a chronicle.
func (d *document) standsAlone(p paragraph, level class) bool {
	s := d.normal[p.text:p.end]
	numbered := p.role == bulleted && strings.HasPrefix(d.normal[p.text-min(p.text, 3):], "、")
	return !p.final && len(p.parts) < 2 && (p.role == plain && level == none || numbered) && runes(s) <= shortLine && runes(s) >= 4 && !endsOpen(s) &&
		!strings.ContainsAny(s, "，；。：、“《（") && !hasSentence(s)
}

// primary is the class of the bullets that begin the entries of a section: signs that are nothing else, or the first. It is
// none where the first belongs to a list that a plain paragraph announces.
func (d *document) primary(paras []paragraph) class {
	first, announced := none, false
	for _, p := range paras {
		switch {
		case p.role == plain && first == none:
			announced = hasAnySuffix(d.normal[p.start:p.end], "：", ":")
		case p.role == bulleted && p.class == strong:
			return strong
		case p.role == bulleted && first == none:
			first = p.class
			if announced {
				first = listed
			}
		}
	}
	if first == listed {
		return none
	}
	return first
}

// joinable reports whether unfinished paragraphs of a section without bullets are broken ones. Where hardly any ends as a
// sentence does, each is a line of its own.
func joinable(paras []paragraph) bool {
	n, final := 0, 0
	for _, p := range paras {
		if p.role == plain {
			n++
			if p.final {
				final++
			}
		}
	}
	return n < 3 || final*10 >= n*3
}

const shortLine = 30 // characters of a headline

// isSubheading reports whether a bulleted line of a lower level, without final punctuation, is the heading of the bulleted
// ones under it: 一、援助. It is then kept out.
func (d *document) isSubheading(paras []paragraph, i int) bool {
	p := &paras[i]
	if p.final || runes(d.normal[p.text:p.end]) > shortLine {
		return false
	}
	for _, next := range paras[i+1:] {
		if next.role == kept {
			continue
		}
		if next.role != bulleted || next.class == p.class {
			return false
		}
		p.role, p.aside = kept, "headline"
		return true
	}
	return false
}

// isHeadline reports whether a plain line without final punctuation stands for itself: the headline of what follows.
func (d *document) isHeadline(paras []paragraph, i int, level class, open bool) bool {
	p := &paras[i]
	s := d.normal[p.start:p.end]
	if p.final || endsOpen(s) || hasSentence(s) {
		return false
	}
	next := i + 1
	for next < len(paras) && paras[next].role == kept {
		next++
	}
	if d.tellsAgain(paras, i) {
		return true
	}
	if !open && level == none {
		return false
	}
	if next < len(paras) && paras[next].role == plain && runes(s) > shortLine || strings.ContainsAny(s, "，；") && next < len(paras) && paras[next].role == plain {
		return false
	}
	return runes(s) <= 2*shortLine
}

// isHalf reports whether a page's end, or a pull quote, stands between a line and the text under it, or before both: the
// line is then the beginning of a sentence that the layout has broken, not a headline.
func isHalf(paras []paragraph, i int, torn bool) bool {
	for _, next := range paras[i+1:] {
		switch {
		case next.role == plain:
			return torn
		case !isTear(&next):
			return false
		}
		torn = true
	}
	return false
}

// isTear reports whether a part that is kept out may stand in the midst of a paragraph.
func isTear(p *paragraph) bool { return endsPage(p.line) || p.role == kept && p.aside == pullQuote }

// tellsAgain reports whether a short line without final punctuation is a headline whose words the paragraph under it
// repeats. The rest of a broken sentence does not.
func (d *document) tellsAgain(paras []paragraph, i int) bool {
	const longest, again = 40, 35 // characters; percent of its pairs of characters
	p := &paras[i]
	if p.final || p.text > p.lead || runes(d.normal[p.text:p.end]) > longest || i+1 >= len(paras) || paras[i+1].role != plain || !paras[i+1].final {
		return false
	}
	next := &paras[i+1]
	here := map[[2]rune]bool{}
	last := rune(0)
	for _, r := range d.normal[next.text:min(next.end, next.text+600)] {
		here[[2]rune{last, r}] = true
		last = r
	}
	n, found := 0, 0
	last = 0
	for _, r := range d.normal[p.text:p.end] {
		if last > 0 {
			if n++; here[[2]rune{last, r}] {
				found++
			}
		}
		last = r
	}
	return n >= 4 && found*100 >= n*again
}

// draft is an entry in the making: its section and its paragraphs; then its sentences and its text as it stands.
type draft struct {
	section section
	open    []paragraph
	entry   schema.Entry
	mended  string
}

// finish makes the entries of the drafts. Their sentences are cut side by side; labels and identities are counted in order.
func (d *document) finish() {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(d.drafts)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(d.drafts); i = int(next.Add(1)) - 1 {
				d.sentences(&d.drafts[i])
			}
		})
	}
	workers.Wait()
	d.Entries = make([]schema.Entry, 0, len(d.drafts))
	for _, made := range d.drafts {
		e, s := made.entry, made.section
		if len(e.Sentences) == 0 {
			continue
		}
		first, last := e.Sentences[0].Pieces, e.Sentences[len(e.Sentences)-1].Pieces
		e.At = schema.Span{Start: first[0].Doc.Start, End: last[len(last)-1].Doc.End}
		label := "undated"
		if !s.date.First.IsZero() {
			label = s.date.String()
		}
		d.labels[label]++
		e.Label = label + "#" + strconv.Itoa(d.labels[label])
		e.Hash = d.identify(s.written, made.mended)
		d.Entries = append(d.Entries, e)
	}
}

// sentences cuts the paragraphs of a draft.
func (d *document) sentences(made *draft) {
	e := schema.Entry{Date: made.section.date}
	open := made.open
	var mended strings.Builder
	mended.Grow(open[len(open)-1].end - open[0].start)
	n := 0 // of the paragraph
	for i, p := range open {
		if i > 0 && !p.same {
			n++
			mended.WriteByte('\n')
		}
		m := mend(d.normal, p.spans())
		cuts := sentences(m.text)
		if e.Sentences == nil {
			e.Sentences = make([]schema.Sentence, 0, len(cuts))
		}
		for _, c := range cuts {
			sentence := schema.Sentence{Text: m.text[c[0]:c[1]], Pieces: d.way.back(m, c[0], c[1]), Paragraph: n}
			for _, piece := range sentence.Pieces {
				mended.WriteString(d.Text[piece.Doc.Start:piece.Doc.End])
			}
			e.Sentences = append(e.Sentences, sentence)
		}
	}
	made.entry, made.mended = e, mended.String()
}

// identify hashes what an entry is: document, date as written, text, and which one it is of those alike in all.
func (d *document) identify(written, text string) string {
	hash := schema.Hash(d.ID, written, text)
	d.twins[hash]++
	if n := d.twins[hash]; n > 1 {
		return schema.Hash(d.ID, written, text, strconv.Itoa(n))
	}
	return hash
}

// aside notes a part of the document that is kept out.
func (d *document) aside(kind string, from, to int) {
	if at, ok := d.way.span(from, to); ok {
		d.extra = append(d.extra, schema.Aside{Kind: kind, At: at})
	}
}

// asides lists what was kept out, in the document's order.
func (d *document) asides() {
	for _, p := range d.paras {
		switch p.role {
		case kept:
			d.aside(p.aside, p.start, p.end)
		case heading:
			d.aside("heading", p.start, p.end)
		case bulleted:
			d.bulletAsides(p)
		}
	}
	slices.SortStableFunc(d.extra, func(a, b schema.Aside) int { return a.At.Start - b.At.Start })
	d.Asides = d.extra
}

// bulletAsides lists the bullet of a line, and the date behind it.
func (d *document) bulletAsides(p paragraph) {
	lead := strings.TrimRight(d.normal[p.start:p.lead], " \t")
	if p.dated == nil {
		d.aside("bullet", p.start, p.start+len(lead))
		return
	}
	n := bulletSize(d.normal[p.start:p.lead])
	if n > 0 {
		d.aside("bullet", p.start, p.start+len(strings.TrimRight(d.normal[p.start:p.start+n], " ")))
	}
	d.aside("heading", p.start+n, p.start+len(lead))
}
