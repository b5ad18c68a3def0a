package extract

import "strings"

// text prints the answer for people.
func (w *WhyNot) text(b *strings.Builder) {
	line(b, "asked", "%s", w.Asked)
	line(b, "answer", "%s", w.Text)
	for _, f := range w.Facts {
		line(b, "fact", "%s", f.Written)
		under(b, "by %s from %s", f.Rule, f.Passages())
	}
	for _, p := range w.Parties {
		line(b, p.Role, "%s: %s", p.Asked, p.Text)
		if len(p.Sentences) > 0 {
			under(b, "in %s", strings.Join(p.Sentences[:min(shownTries, len(p.Sentences))], ", "))
		}
	}
	for _, t := range w.Nearest {
		line(b, "sentence", "%s", t.Text)
		t.at.tryText(b, t.Try)
	}
}
