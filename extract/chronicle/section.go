package chronicle

import (
	"cmp"
	"strings"

	"jishi/schema"
)

// section is what stands under one heading, or before the first, or under one date line.
type section struct {
	from, to int    // paragraphs
	written  string // the heading's date as written
	date     schema.Date
}

// report is a date line in a paragraph.
type report struct {
	dated *dated
	size  int // bytes at the paragraph's beginning
}

// markDateLines takes the date lines off the paragraphs that begin, or end, with one.
func (d *document) markDateLines() {
	d.reports = map[int]report{}
	for i := range d.paras {
		p := &d.paras[i]
		if p.role != plain && p.role != bulleted {
			continue
		}
		first := p.spans()[0]
		if when, size := dateLine(d.normal[first.start:first.end]); size > 0 {
			d.reports[i] = report{when, size}
			d.cut(p, "date line", first.start, first.start+size)
		}
		if p.role == kept {
			continue
		}
		last := p.spans()[len(p.spans())-1]
		if when, at := closingDateLine(d.normal[last.start:last.end]); at > 0 {
			if r, ok := d.reports[i]; !ok || r.dated == nil {
				d.reports[i] = report{dated: when}
			}
			d.cutEnd(p, last.start+at)
		}
	}
}

// cut takes the beginning off a paragraph.
func (d *document) cut(p *paragraph, kind string, from, to int) {
	rest := d.normal[to:p.spans()[0].end]
	if strings.TrimSpace(rest) == "" && len(p.spans()) == 1 {
		p.role, p.aside = kept, kind
		return
	}
	d.aside(kind, from, to)
	p.text = to
	if p.parts != nil {
		p.parts[0].start = to
	}
}

// cutEnd takes a closing date line off a paragraph.
func (d *document) cutEnd(p *paragraph, from int) {
	d.aside("date line", from, p.end)
	p.end = from
	if p.parts != nil {
		p.parts[len(p.parts)-1].end = from
	}
	p.final = endsSentence(d.normal[p.text:from])
}

// sections cuts the document at its headings and dates what stands under them. Without headings it is dated by its date
// line, or by the file's name.
func (d *document) sections() []section {
	c := calendar{year: d.year()}
	out := []section{{date: schema.Date{Basis: schema.FromNothing}}}
	headed := false
	for i, p := range d.paras {
		if p.dated == nil {
			continue
		}
		from := i
		if p.role == heading {
			from++
		}
		headed = true
		out[len(out)-1].to = i
		date := c.settle(p.dated)
		if k := len(out) - 1; k > 0 && p.role != heading && out[k].date == date {
			continue // another item of the same day
		}
		written := *p.dated
		if written.first.Month == 0 && written.first.Day > 0 {
			written.first.Month = date.First.Month // a bare day is told apart by the month above it
		}
		out = append(out, section{from: from, written: written.String(), date: date})
	}
	out[len(out)-1].to = len(d.paras)
	if !headed {
		return d.reported()
	}
	d.Dated = "headings"
	return d.signed(out)
}

// signed dates a document by its only date where that closes it, as it does a letter or a communiqué.
func (d *document) signed(sections []section) []section {
	if len(sections) != 2 || sections[1].date.First.Day == 0 || !d.tellsNothing(sections[1]) || d.tellsNothing(sections[0]) {
		return sections
	}
	for i := range d.paras {
		if r, ok := d.reports[i]; ok && r.dated != nil {
			return d.reported()
		}
	}
	d.Dated = "the date at its end"
	sections[0].date, sections[0].written = sections[1].date, sections[1].written
	return sections[:1]
}

// tellsNothing reports whether no text stands in a section.
func (d *document) tellsNothing(s section) bool {
	for _, p := range d.paras[s.from:s.to] {
		if p.role == plain || p.role == bulleted {
			return false
		}
	}
	return true
}

// year is the one that the title, or a date line, names, else the one given.
func (d *document) year() int {
	if y := yearIn(d.Title + "\n" + d.subtitle); y > 0 {
		return y
	}
	for i := range d.paras {
		if r, ok := d.reports[i]; ok && r.dated != nil && r.dated.first.Year > 0 {
			return r.dated.first.Year
		}
	}
	return d.options.Year
}

// reported dates a document without headings: from each date line on by that, or else as a whole.
func (d *document) reported() []section {
	date, written := d.undated()
	out := []section{{date: date, written: written}}
	var c calendar
	item := 0 // the last bulleted paragraph
	for i := range d.paras {
		if d.paras[i].role == bulleted {
			item = i
		}
		r, ok := d.reports[i]
		if !ok || r.dated == nil {
			continue
		}
		if c.last.IsZero() {
			if day := d.reportDay(r.dated, date); day.Month > 0 {
				c.last = day
				d.Dated = "a date line"
				out[0].date, out[0].written = reported(day), r.dated.String()
			}
			continue
		}
		from := i
		if r.size == 0 { // a closing date line dates the item that it closes
			from = item
		}
		if r.size == 0 && from <= out[len(out)-1].from {
			continue
		}
		day := c.nextReport(r.dated.first)
		out[len(out)-1].to = from
		out = append(out, section{from: from, date: reported(day), written: r.dated.String()})
	}
	out[len(out)-1].to = len(d.paras)
	return out
}

// undated is the date of a document without headings and date line: that of a line on its origin, of the file's name, or
// a full one in the title.
func (d *document) undated() (schema.Date, string) {
	if day := fullDay(d.subtitle); !day.IsZero() {
		d.Dated = "a line under the title"
		return schema.Date{First: day, Basis: schema.FromHeading}, day.String()
	}
	if day := fullDay(d.imprint); !day.IsZero() {
		d.Dated = "a line below the text"
		return schema.Date{First: day, Basis: schema.FromHeading}, day.String()
	}
	if !d.options.File.IsZero() {
		d.Dated = cmp.Or(d.options.From, "the file's name")
		return schema.Date{First: d.options.File, Basis: schema.FromHeading}, ""
	}
	if day := fullDay(d.Title); !day.IsZero() {
		d.Dated = "the title"
		return schema.Date{First: day, Basis: schema.FromHeading}, day.String()
	}
	if day, last := period(d.Title); !day.IsZero() {
		d.Dated = "the title"
		date := schema.Date{First: day, Last: last, Basis: schema.FromHeading}
		return date, date.String()
	}
	if d.options.Year > 0 {
		d.Dated = "what you said"
		return schema.Date{First: schema.Day{Year: d.options.Year}, Basis: schema.FromHeading}, ""
	}
	return schema.Date{Basis: schema.FromNothing}, ""
}
