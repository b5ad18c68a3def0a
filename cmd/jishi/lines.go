package main

import (
	"bytes"
	"encoding/json"
	"io"

	"jishi/schema"
)

// printLines prints facts, or mentions, as JSON, one a line. Nearly all of the work is to make the lines, which is done
// a stretch at a time, by up to jobs workers.
func printLines(w io.Writer, jobs int, results []schema.Result, mentions bool) error {
	const stretch = 256 // lines: enough to be worth a worker's turn, few enough to be held
	var work []func() ([]byte, error)
	for _, r := range results {
		text := r.Document.Text
		index := schema.NewRuneIndex(text)
		n, record := len(r.Facts), func(i int) any { return r.Facts[i].Record(text, index) }
		if mentions {
			n, record = len(r.Mentions), func(i int) any { return r.Mentions[i].Record(r.Document.ID, text, index) }
		}
		for from := 0; from < n; from += stretch {
			work = append(work, func() ([]byte, error) { return lines(from, min(from+stretch, n), record) })
		}
	}
	return writeInOrder(w, jobs, work)
}

// lines encodes the records from one number up to another.
func lines(from, to int, record func(i int) any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for i := from; i < to; i++ {
		if err := enc.Encode(record(i)); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

// writeInOrder writes what each piece of work makes, in the order of the work, however many workers there are. It ends
// with the first error: whoever reads us may have gone.
func writeInOrder(w io.Writer, jobs int, work []func() ([]byte, error)) error {
	type made struct {
		bytes []byte
		err   error
	}
	turns := make(chan chan made, jobs) // what is under way, in order: so much is made before it is written, and no more
	gone := make(chan struct{})
	defer close(gone)
	go func() {
		defer close(turns)
		for _, do := range work {
			done := make(chan made, 1)
			select {
			case turns <- done:
			case <-gone:
				return
			}
			go func() {
				b, err := do()
				done <- made{b, err}
			}()
		}
	}()
	for done := range turns {
		m := <-done
		if m.err != nil {
			return m.err
		}
		if _, err := w.Write(m.bytes); err != nil {
			return err
		}
	}
	return nil
}
