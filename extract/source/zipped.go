package source

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// largestPart is how many bytes one part of a document may unpack to: a book of a thousand pages has a fifth of it. What
// unpacks to more was made to exhaust the reader.
const largestPart = 16 << 20

// mostParts is how many parts the list of a zip file may have.
const mostParts = 20_000

var errTooLarge = errors.New("a part of it unpacks to more than 16 MB; divide it, or give its text")

// limited reads up to a number of bytes, and fails with its fault if there are more.
type limited struct {
	from  io.Reader
	left  int
	fault error
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, l.fault
	}
	n, err := l.from.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}

// unpacked is a part of a zip file that is being read.
type unpacked struct {
	limited
	io.Closer
}

var errTooMany = fmt.Errorf("it holds more than %d files; unpack it, and give the folder", mostParts)

func unzip(raw []byte) (*zip.Reader, error) { return openZip(bytes.NewReader(raw), int64(len(raw))) }

func openZip(r io.ReaderAt, size int64) (*zip.Reader, error) {
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("it is cut off or broken (%w): copy it again in full", err)
	}
	if len(z.File) > mostParts {
		return nil, errTooMany
	}
	return z, nil
}

// part opens a part of a zip file by its name.
func part(z *zip.Reader, name string) (*unpacked, error) {
	for _, f := range z.File {
		if f.Name == name {
			return openPart(f)
		}
	}
	return nil, fmt.Errorf("its part %s is missing; save it again", name)
}

func openPart(f *zip.File) (*unpacked, error) {
	if f.Flags&1 != 0 {
		return nil, errors.New("it is locked by a password; save it without")
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("its part %s: %w; save it again", f.Name, err)
	}
	return &unpacked{limited{r, largestPart, errTooLarge}, r}, nil
}

// zipKind tells what a zip file is by what it holds.
func zipKind(r io.ReaderAt, size int64) Kind {
	z, err := openZip(r, size)
	if err != nil {
		return Zip
	}
	for _, f := range z.File {
		switch f.Name {
		case "word/document.xml":
			return Word
		case "mimetype":
			if r, err := part(z, f.Name); err == nil {
				kind, _ := io.ReadAll(io.LimitReader(r, 100))
				_ = r.Close()
				switch kind := strings.TrimSpace(string(kind)); {
				case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.text"): // -web and -template too
					return ODT
				case kind == "application/epub+zip":
					return EPUB
				}
				return Other
			}
		case "xl/workbook.xml", "ppt/presentation.xml":
			return Other
		}
	}
	return Zip
}

// eachToken reads a part as XML.
func eachToken(z *zip.Reader, name string, do func(xml.Token)) error {
	r, err := part(z, name)
	if err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(r)
	d.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) {
		e, known := ParseEncoding(charset)
		if !known {
			return nil, fmt.Errorf("the encoding %s is not known", charset)
		}
		return e.codec().NewDecoder().Reader(r), nil
	}
	for depth := 0; ; {
		t, err := d.Token()
		switch {
		case err == io.EOF:
			return nil
		case err != nil && r.left <= 0: // whatever the parser makes of the place where it was cut
			return errTooLarge
		case err != nil:
			return fmt.Errorf("its part %s is broken (%w); save it again", name, err)
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		const deepest = 10_000
		if depth > deepest {
			return fmt.Errorf("its part %s is nested deeper than %d; save it again", name, deepest)
		}
		do(t)
	}
}
