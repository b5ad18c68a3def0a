// Package chronicle cuts a text of any layout into a document of dated entries and their sentences. It knows headings,
// bullets, date lines, broken lines, pull quotes and running headers, and keeps for every sentence the way back to the
// characters of the document.
package chronicle

import (
	"crypto/sha256"
	"encoding/hex"

	"jishi/schema"
)

// Options are what is known of a text beyond the text.
type Options struct {
	Year int        // the year of headings where the text gives none; 0: unknown
	File schema.Day // of a text that tells none itself: the date in the file's name, of which parts may be missing; zero: none
	From string     // where File stands, as Document.Dated says it
}

// Split reads a document. id is its path below the input, without extension; it enters the identity of the entries. It
// never fails: a text without any structure is one entry without a date. Its time is linear in the text.
func Split(id string, t schema.Text, o Options) schema.Document {
	sum := sha256.Sum256([]byte(t.Decoded))
	d := &document{
		Document: schema.Document{ID: id, Text: t.Decoded, Hash: hex.EncodeToString(sum[:]), Parts: t.Parts},
		normal:   t.Normal,
		way:      way(t.Pieces),
		options:  o,
		labels:   map[string]int{},
		twins:    map[string]int{},
	}
	lines := cutLines(d.normal)
	markHeadings(d.normal, lines)
	markHeaders(d.normal, lines)
	markBullets(d.normal, lines)
	d.markTitle(lines)
	d.markImprint(lines)
	markInsets(d.normal, lines)
	d.paras = paragraphs(d.normal, lines)
	d.loose = !punctuated(d.paras)
	d.markDateLines()
	sections := d.sections()
	before := len(d.paras)
	if len(sections) > 1 {
		before = sections[0].to
	}
	d.markQuotes(before)
	for _, s := range sections {
		d.read(s)
	}
	d.finish()
	d.asides()
	return d.Document
}

// document is a document at work.
type document struct {
	schema.Document
	normal   string
	way      way
	options  Options
	paras    []paragraph
	reports  map[int]report // date lines, by paragraph
	extra    []schema.Aside // parts of paragraphs: closing date lines
	subtitle string         // lines under the title, for their year
	imprint  string         // lines below the text that tell of its origin
	loose    bool           // hardly any line ends as a sentence does: each stands for itself
	labels   map[string]int // entries so far under a date
	drafts   []draft
	twins    map[string]int // entries so far of the same date and text
}

// markHeadings finds the lines that are dates, and where there are none but of months and years, those that begin with
// a date and go on.
func markHeadings(text string, lines []line) {
	days, month := 0, false
	order := slashOrderOf(text, lines)
	for i := range lines {
		l := &lines[i]
		d := readHeading(text[l.start:l.end])
		if d == nil {
			d = readWestern(text[l.start:l.end], order)
		}
		if d == nil || d.first.Month == 0 && d.first.Day > 0 && !month {
			continue
		}
		l.role, l.dated = heading, d
		month = month || d.first.Month > 0
		if d.first.Day > 0 {
			days++
		}
	}
	if days > 0 {
		return
	}
	type start struct{ line, size int }
	var found []start
	for i, l := range lines {
		if l.role != plain {
			continue
		}
		lead := bulletSize(text[l.start:l.end])
		if d, size := runIn(text[l.start+lead : l.end]); d != nil && (d.first.Month > 0 || month) {
			found = append(found, start{i, lead + size})
		}
	}
	if len(found) < 2 && !(len(found) == 1 && month) {
		return
	}
	for _, f := range found {
		l := &lines[f.line]
		lead := bulletSize(text[l.start:l.end])
		l.dated, _ = runIn(text[l.start+lead : l.end])
		l.role, l.class, l.lead, l.text = bulleted, strong, l.start+f.size, l.start+f.size
	}
}

// bulletSize is the length of a bullet with the white space behind it, or 0.
func bulletSize(s string) int {
	for i, r := range s {
		if i == 0 && !isStrong(r) {
			return 0
		}
		if i > 0 && r != ' ' {
			return i
		}
	}
	return 0
}

// markTitle finds the title, a first line without final punctuation, and the lines under it that are no text either.
func (d *document) markTitle(lines []line) {
	const longestTitle, longestUnder = 80, 40 // characters
	w := wrap(d.normal, lines)
	under, finished := 0, false
	for _, l := range lines {
		finished = finished || l.final
	}
	for i := range lines {
		l := &lines[i]
		s := d.normal[l.start:l.end]
		if l.role == kept && d.Title == "" && l.aside == pageNumber {
			continue
		}
		if l.role == heading && d.Title != "" && isPeriod(s, lines, i) {
			l.role, l.aside, l.dated = kept, "subtitle", nil
			d.subtitle += s + "\n"
			continue
		}
		_, dated := dateLine(s)
		if l.role == heading || l.role == bulleted || l.final || dated > 0 || len(lines) == 1 {
			return
		}
		wrapped := w > 0 && i+1 < len(lines) && follows(lines, i) && width(s)*100 >= w*80
		switch {
		case l.role == kept:
		case d.Title == "" && !wrapped && runes(s) <= longestTitle && !hasSentence(s):
			l.role, l.aside, d.Title = kept, "title", s
		case d.Title != "" && isByline(s):
			l.role, l.aside = kept, "byline"
			d.subtitle += s + "\n"
		case d.Title != "" && finished && !wrapped && under < 3 && runes(s) <= longestUnder && !hasSentence(s) && isUnderTitle(lines, i):
			under++
			l.role, l.aside = kept, "subtitle"
			d.subtitle += s + "\n"
		default:
			return
		}
	}
}

// isPeriod reports whether a date under the title says what time the whole document covers: one in brackets without a
// day, or a range, that headings of days follow.
func isPeriod(s string, lines []line, i int) bool {
	d := lines[i].dated
	isRange := !d.last.IsZero()
	if !isRange && (d.first.Day > 0 || !hasAnyPrefix(s, "（", "(", "〔", "[", "【", "—")) {
		return false
	}
	for _, next := range lines[i+1:] {
		if next.dated == nil || next.dated.first.Day == 0 {
			continue
		}
		first := next.dated.first
		if !isRange || first.Month == 0 || d.first.Month == 0 {
			return true
		}
		return first.Month > d.first.Month || first.Month == d.first.Month && (d.last.Day == 0 || first.Day >= d.first.Day && (d.last.Month != first.Month || first.Day <= d.last.Day))
	}
	return false
}

// isUnderTitle reports whether a line between title and text stands by itself.
func isUnderTitle(lines []line, i int) bool {
	return i+1 == len(lines) || lines[i+1].gap || lines[i+1].role != plain || lines[i+1].indent || lines[i+1].final
}

// hasSentence reports whether a sentence ends inside the line.
func hasSentence(s string) bool { return len(sentences(s)) > 1 }
