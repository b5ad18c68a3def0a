package main

import (
	"io"
	"os"
	"sync"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// newProgress gives a function to call with each text that is done, and with "" at the end. It shows a bar when w is a
// terminal, and nothing else.
func newProgress(w io.Writer, texts int) func(path string) {
	f, ok := w.(*os.File)
	if !ok || texts == 0 || !term.IsTerminal(int(f.Fd())) {
		return func(string) {}
	}
	bar := progressbar.NewOptions(texts, progressbar.OptionSetWriter(f), progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(false))
	var one sync.Mutex
	_ = bar.RenderBlank()
	return func(path string) {
		one.Lock()
		defer one.Unlock()
		if path == "" {
			_ = bar.Finish()
			return
		}
		_ = bar.Add(1)
	}
}
