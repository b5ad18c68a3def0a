package main

import (
	"io"

	"github.com/schollz/progressbar/v3"
)

// progress is a bar on a terminal; the zero progress shows nothing. It is safe for concurrent use.
type progress struct{ bar *progressbar.ProgressBar }

// newProgress makes a bar when w is a terminal.
func newProgress(w io.Writer, texts int) progress {
	if texts == 0 || !isTerminal(w) {
		return progress{}
	}
	description := "reading"
	if s, ok := w.(speaker); ok {
		w, description = s.out, s.title(description)
	}
	bar := progressbar.NewOptions(texts, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(description),
		progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(false))
	_ = bar.RenderBlank() // that a bar cannot be drawn is no reason to stop
	return progress{bar}
}

// done counts a text.
func (p progress) done() {
	if p.bar != nil {
		_ = p.bar.Add(1)
	}
}

// end takes the bar away.
func (p progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
