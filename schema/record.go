package schema

import (
	"encoding/json"
)

// The records below are the JSON that users see: spans in Unicode code points, every key always present but correction, which
// only corrected facts have, and the page or paragraph, which only files that are divided so have.

// FactRecord is one line of JSONL.
type FactRecord struct {
	ID         string         `json:"id"`
	Doc        string         `json:"doc"`
	Event      string         `json:"event"`
	Entry      string         `json:"entry"`
	Date       string         `json:"date"`
	Subject    *PartyRecord   `json:"subject"`
	Relation   string         `json:"relation"`
	Object     *PartyRecord   `json:"object"`
	Modality   string         `json:"modality"`
	Attributes map[string]any `json:"attributes"` // []string, or []ItemRecord under "items"
	Evidence   EvidenceRecord `json:"evidence"`
	Rule       string         `json:"rule"`
	SameEvent  string         `json:"sameEvent"`
	Said       *PartyRecord   `json:"said"`

	Correction *CorrectionRecord `json:"correction,omitempty"`
}

// PartyRecord is null when the text does not say who; Start and End are null when it is understood but not named.
type PartyRecord struct {
	ID         string       `json:"id"`
	Type       string       `json:"type"`
	Name       string       `json:"name"`
	Mention    string       `json:"mention"`
	Start      *int         `json:"start"`
	End        *int         `json:"end"`
	Spans      []SpanRecord `json:"spans,omitempty"`
	OnBehalfOf string       `json:"onBehalfOf"`
}

// EvidenceRecord quotes the document.
type EvidenceRecord struct {
	Text  string       `json:"text"`
	Start *int         `json:"start"`
	End   *int         `json:"end"`
	Spans []SpanRecord `json:"spans,omitempty"`

	Page         int `json:"page,omitempty"`    // from 1
	PageEnd      int `json:"pageEnd,omitempty"` // where it is another
	Paragraph    int `json:"paragraph,omitempty"`
	ParagraphEnd int `json:"paragraphEnd,omitempty"`
}

// SpanRecord is a half-open range of code points of the decoded text.
type SpanRecord struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// ItemRecord is one thing given.
type ItemRecord struct {
	Name     string       `json:"name"`
	ID       string       `json:"id"`
	Quantity *json.Number `json:"quantity"`
	Unit     string       `json:"unit"`
}

// MentionRecord is one line of `extract --mentions`.
type MentionRecord struct {
	Doc     string       `json:"doc"`
	Entry   string       `json:"entry"`
	Type    string       `json:"type"`
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	Mention string       `json:"mention"`
	Start   int          `json:"start"`
	End     int          `json:"end"`
	Spans   []SpanRecord `json:"spans,omitempty"`
}

// Record gives the fact as users see it. text is the decoded document, index its code points.
func (f Fact) Record(text string, index *RuneIndex) FactRecord {
	r := FactRecord{
		ID: f.ID, Doc: f.Doc, Event: f.Event, Entry: f.Entry, Date: f.Date.First.String(),
		Subject: f.Subject.record(text, index), Relation: f.Relation, Object: f.Object.record(text, index),
		Modality: f.Modality, Attributes: map[string]any{}, Rule: f.Rule, SameEvent: f.SameEvent,
		Said: f.Said.record(text, index), Correction: f.Correction.record(),
	}
	for _, a := range f.Attributes {
		r.Attributes[a.Key] = a.Values
	}
	if len(f.Items) > 0 {
		items := make([]ItemRecord, len(f.Items))
		for i, it := range f.Items {
			items[i] = ItemRecord{Name: it.Name, ID: it.Entity, Unit: it.Unit}
			if it.Quantity != "" {
				n := json.Number(it.Quantity)
				items[i].Quantity = &n
			}
		}
		r.Attributes["items"] = items
	}
	if len(f.Evidence) > 0 {
		q := quote(text, index, f.Evidence)
		r.Evidence = EvidenceRecord{Text: q.text, Start: &q.start, End: &q.end, Spans: q.spans}
		r.Evidence.standIn(f.Part)
	}
	return r
}

// standIn says in which part of the file the evidence stands.
func (r *EvidenceRecord) standIn(p Part) {
	end := p.Last
	if end == p.First {
		end = 0
	}
	switch p.Unit {
	case Page:
		r.Page, r.PageEnd = p.First, end
	case Paragraph:
		r.Paragraph, r.ParagraphEnd = p.First, end
	}
}

func (p Party) record(text string, index *RuneIndex) *PartyRecord {
	if p.IsZero() {
		return nil
	}
	r := &PartyRecord{ID: p.Entity, Type: p.Type, Name: p.Name, OnBehalfOf: p.OnBehalfOf}
	if len(p.At) > 0 {
		q := quote(text, index, p.At)
		r.Mention, r.Start, r.End, r.Spans = q.text, &q.start, &q.end, q.spans
	}
	return r
}

// Record gives the mention as users see it.
func (m EntryMention) Record(doc, text string, index *RuneIndex) MentionRecord {
	q := quote(text, index, m.At)
	return MentionRecord{
		Doc: doc, Entry: m.Entry, Type: m.Type, ID: m.Entity, Name: m.Name,
		Mention: q.text, Start: q.start, End: q.end, Spans: q.spans,
	}
}

type quotation struct {
	text       string
	start, end int
	spans      []SpanRecord // only when more than white space stands between
}

func quote(text string, index *RuneIndex, spans []Span) quotation {
	spans = Join(text, spans)
	q := quotation{text: Quote(text, spans), start: index.At(spans[0].Start), end: index.At(spans[len(spans)-1].End)}
	if len(spans) > 1 {
		for _, s := range spans {
			q.spans = append(q.spans, SpanRecord{index.At(s.Start), index.At(s.End)})
		}
	}
	return q
}
