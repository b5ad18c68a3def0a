package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"os"

	"jishi/schema"
)

// spool keeps lines until all are known: in memory, and what is too much for it in a file.
type spool struct {
	kept  []lines
	size  int // of those kept
	parts int // in the file
	file  *os.File
	to    *bufio.Writer
}

// spoolSize is how many bytes of lines are kept in memory.
const spoolSize = 4 << 20

func newSpool() *spool { return &spool{} }

// add takes in the next lines.
func (s *spool) add(l lines) error {
	l.told = schema.Stretch{} // which the tellings have
	if s.file == nil {
		s.kept, s.size = append(s.kept, l), s.size+len(l.bytes)
		if s.size <= spoolSize {
			return nil
		}
		return s.spill()
	}
	return s.failed(s.write(l))
}

// spill begins the file.
func (s *spool) spill() (err error) {
	if s.file, err = os.CreateTemp("", "jishi-*"); err != nil {
		return s.failed(err)
	}
	_ = os.Remove(s.file.Name()) // where that can be done now, nothing is left whatever ends us; else close does it
	s.to = bufio.NewWriterSize(s.file, 1<<16)
	for _, l := range s.kept {
		if err := s.write(l); err != nil {
			return s.failed(err)
		}
	}
	s.kept = nil
	return nil
}

func (s *spool) failed(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("what was read cannot be kept for the end: %w; TMPDIR names a folder with room for it", reason(err))
}

// write puts lines into the file: the number of gaps, each gap's distance from the one before and its telling, the number
// of bytes, the bytes.
func (s *spool) write(l lines) error {
	s.parts++
	head := binary.AppendUvarint(nil, uint64(len(l.gaps)))
	from := 0
	for _, g := range l.gaps {
		head = binary.AppendUvarint(head, uint64(g.at-from))
		head = binary.AppendUvarint(head, uint64(g.telling))
		from = g.at
	}
	head = binary.AppendUvarint(head, uint64(len(l.bytes)))
	if _, err := s.to.Write(head); err != nil {
		return err
	}
	_, err := s.to.Write(l.bytes)
	return err
}

// read gives lines back, in the memory of those before.
func (l *lines) read(from *bufio.Reader) error {
	var failed error
	number := func() int {
		n, err := binary.ReadUvarint(from)
		if err != nil {
			failed = err
		}
		return int(n)
	}
	l.gaps = l.gaps[:0]
	at := 0
	for range number() {
		at += number()
		l.gaps = append(l.gaps, gap{at, number()})
	}
	n := number()
	if failed != nil {
		return failed
	}
	if cap(l.bytes) < n {
		l.bytes = make([]byte, n)
	}
	l.bytes = l.bytes[:n]
	_, err := io.ReadFull(from, l.bytes)
	return err
}

// print writes all lines, and in the gaps which event is told again.
func (s *spool) print(w io.Writer, links schema.Links) error {
	for i := range s.kept {
		if err := s.kept[i].print(w, i, links); err != nil {
			return err
		}
	}
	if s.file == nil {
		return nil
	}
	if err := s.to.Flush(); err != nil {
		return s.failed(err)
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return s.failed(err)
	}
	from := bufio.NewReaderSize(s.file, 1<<16)
	var l lines
	for i := range s.parts {
		if err := l.read(from); err != nil {
			return s.failed(err)
		}
		if err := l.print(w, i, links); err != nil {
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
