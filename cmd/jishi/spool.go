package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"slices"
	"sync"

	"jishi/schema"
)

// spool keeps lines until all are known: in memory, and what is too much for it in a file. It takes them in the order in
// which they are made, by several workers, so that none waits with its lines for the rest of its text, and gives them back
// in the order of the texts.
type spool struct {
	mu    sync.Mutex
	parts []part
	kept  int // bytes of the lines in memory
	file  *os.File
	to    *bufio.Writer
	end   int64 // of what has been written
}

// part is what was put into the spool at one time: lines in memory, or where they stand in the file.
type part struct {
	lines lines
	at    int64
	size  int
}

// spoolSize is how many bytes of lines are kept in memory.
const spoolSize = 4 << 20

func newSpool() *spool { return &spool{} }

// put takes lines in, and gives the number under which they are found again. Their memory is the caller's again. It is safe
// for concurrent use.
func (s *spool) put(l lines) (number int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.parts = append(s.parts, part{lines: l})
	number = len(s.parts) - 1
	if s.kept += len(l.bytes); s.file != nil {
		return number, s.failed(s.write(number))
	}
	if s.kept <= spoolSize {
		s.parts[number].lines = lines{slices.Clone(l.bytes), slices.Clone(l.gaps)}
		return number, nil
	}
	return number, s.failed(s.spill())
}

// spill begins the file.
func (s *spool) spill() (err error) {
	if s.file, err = os.CreateTemp("", "jishi-*"); err != nil {
		return err
	}
	_ = os.Remove(s.file.Name()) // where that can be done now, nothing is left whatever ends us; else close does it
	s.to = bufio.NewWriterSize(s.file, 1<<16)
	for i := range s.parts {
		if err := s.write(i); err != nil {
			return err
		}
	}
	return nil
}

func (s *spool) failed(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("what was read cannot be kept for the end: %w; TMPDIR names a folder with room for it", reason(err))
}

// write puts a part into the file: the number of gaps, each gap's distance from the one before and its telling, the bytes.
func (s *spool) write(number int) error {
	p := &s.parts[number]
	head := binary.AppendUvarint(nil, uint64(len(p.lines.gaps)))
	from := 0
	for _, g := range p.lines.gaps {
		head = binary.AppendUvarint(head, uint64(g.at-from))
		head = binary.AppendUvarint(head, uint64(g.telling))
		from = g.at
	}
	p.at, p.size = s.end, len(head)+len(p.lines.bytes)
	s.end += int64(p.size)
	if _, err := s.to.Write(head); err != nil {
		return err
	}
	_, err := s.to.Write(p.lines.bytes)
	p.lines = lines{}
	return err
}

// read gives a part's lines back, in the memory of those before.
func (s *spool) read(number int, l *lines) error {
	p := s.parts[number]
	if s.file == nil {
		*l = p.lines
		return nil
	}
	if cap(l.bytes) < p.size {
		l.bytes = make([]byte, p.size)
	}
	l.bytes = l.bytes[:p.size]
	if _, err := s.file.ReadAt(l.bytes, p.at); err != nil {
		return err
	}
	return l.gapsOff()
}

// gapsOff takes what write put before the bytes off them.
func (l *lines) gapsOff() error {
	rest := l.bytes
	short := false
	number := func() int {
		n, size := binary.Uvarint(rest)
		short = short || size <= 0
		rest = rest[max(size, 0):]
		return int(n)
	}
	l.gaps = l.gaps[:0]
	at := 0
	for range number() {
		at += number()
		l.gaps = append(l.gaps, gap{at, number()})
	}
	if short {
		return io.ErrUnexpectedEOF
	}
	l.bytes = rest
	return nil
}

// print writes the parts of that order, and in the gaps which event is told again.
func (s *spool) print(w io.Writer, order []int, links schema.Links) error {
	if s.file != nil {
		if err := s.to.Flush(); err != nil {
			return s.failed(err)
		}
	}
	var l lines
	for stretch, number := range order {
		if err := s.read(number, &l); err != nil {
			return s.failed(err)
		}
		if err := l.print(w, stretch, links); err != nil {
			return err
		}
	}
	return nil
}

func (l *lines) print(w io.Writer, stretch int, links schema.Links) error {
	from := 0
	for _, g := range l.gaps {
		same := links.SameEvent(stretch, g.telling)
		if same == "" {
			continue
		}
		if _, err := w.Write(l.bytes[from:g.at]); err != nil {
			return err
		}
		if _, err := io.WriteString(w, same); err != nil {
			return err
		}
		from = g.at
	}
	_, err := w.Write(l.bytes[from:])
	return err
}

// close gives the file back.
func (s *spool) close() {
	if s.file != nil {
		_ = s.file.Close()
		_ = os.Remove(s.file.Name())
	}
}
