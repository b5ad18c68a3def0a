package extract

// text prints the answer for people.
func (w *WhyNot) text(l *lines) {
	l.line("asked", w.Asked)
	l.line("answer", l.text(w.Text))
	for _, f := range w.Facts {
		l.fact(f)
	}
	for _, p := range w.Parties {
		l.line(p.Role, p.Asked+": "+l.text(p.Text))
		if len(p.Sentences) > 0 {
			l.under(l.f("in %s", l.list(p.Sentences[:min(shownTries, len(p.Sentences))])))
		}
	}
	for _, t := range w.Nearest {
		l.line("sentence", t.Text)
		t.at.tryText(l, t.Try)
	}
}
