package main

import (
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress is a bar on a terminal; the zero progress shows nothing. It is safe for concurrent use.
type progress struct{ bar *progressbar.ProgressBar }

// newProgress makes a bar when w is a terminal.
func newProgress(w io.Writer, texts int) progress {
	f, ok := w.(*os.File)
	if !ok || texts == 0 || !term.IsTerminal(int(f.Fd())) {
		return progress{}
	}
	bar := progressbar.NewOptions(texts, progressbar.OptionSetWriter(f), progressbar.OptionSetDescription("reading"),
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
