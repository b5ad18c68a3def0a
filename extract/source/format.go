package source

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"jishi/schema"
)

// Kind is what a file is, by its content; of two kinds that hold plain text, by its name.
type Kind string

// The kinds of file that are told apart.
const (
	Plain    Kind = "text"
	HTML     Kind = "HTML"
	Markdown Kind = "Markdown"
	Word     Kind = "DOCX"
	ODT      Kind = "ODT"
	EPUB     Kind = "EPUB"
	PDF      Kind = "PDF"
	Zip      Kind = "ZIP"    // an archive of files
	TarGz    Kind = "TAR.GZ" // likewise
	Other    Kind = ""       // nothing that holds a text
)

// Origin is what a file tells of the text in it.
type Origin struct {
	Kind Kind
	Guess
	Date schema.Day // of a page that says when it was published
	From string     // where the page says so
	Left []string   // what of the file is not in the text

	Parts schema.Parts // of the text: the pages of a PDF, the paragraphs of what else is not plain
}

// KindOf looks at the name and the first bytes of a file; of a zip archive it takes all bytes to tell what it holds.
func KindOf(name string, raw []byte) Kind {
	switch {
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")):
		return zipKind(bytes.NewReader(raw), int64(len(raw)))
	case bytes.HasPrefix(raw, []byte("\x1F\x8B")):
		return TarGz
	case bytes.HasPrefix(raw, []byte("%PDF-")):
		return PDF
	}
	if kind, _ := signature(raw); kind != "" {
		return Other
	}
	switch strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/"))) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return HTML
	case ".md", ".markdown":
		return Markdown
	case ".txt":
		return Plain
	}
	head := bytes.ToLower(bytes.TrimLeft(raw[:min(len(raw), 512)], mark+" \t\r\n"))
	if bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) {
		return HTML
	}
	return Plain
}

// Open gives the text of a file, as `jishi show` prints it, and what it was taken from. wanted is the encoding of plain
// text, Markdown and pages; "" to find it. The error is an *Error.
func Open(name string, raw []byte, wanted Encoding) (text string, o Origin, err error) {
	o = Origin{Kind: KindOf(name, raw), Guess: Guess{Sure: true}}
	switch o.Kind {
	case Plain, Other:
		text, o.Guess, err = decode(name, raw, wanted)
		return text, o, err
	case Markdown:
		if text, o.Guess, err = decode(name, raw, wanted); err == nil {
			text, err = markdown(text)
		}
	case HTML:
		text, err = page(name, raw, wanted, &o)
	case Word:
		text, err = word(raw, &o)
	case ODT:
		text, err = odt(raw, &o)
	case EPUB:
		text, err = epub(raw, &o)
	case PDF:
		text, err = pdfText(raw, &o)
	case Zip:
		if _, err = unzip(raw); err == nil {
			err = errArchive
		}
	case TarGz:
		err = errArchive
	}
	if _, told := err.(*Error); err != nil && !told {
		return "", o, &Error{Name: name, Fault: fmt.Sprintf("the %s cannot be read", o.Kind), Remedy: err.Error()}
	}
	if err == nil && o.Kind != PDF {
		o.Parts = schema.Parts{Unit: schema.Paragraph, Starts: paragraphStarts(text)}
	}
	if err == nil && strings.TrimSpace(text) == "" {
		err = &Error{Name: name, Fault: fmt.Sprintf("the %s holds no text", o.Kind), Remedy: "if it shows one, that is an image: have its characters recognised first, or leave it out"}
	}
	return text, o, err
}

var errArchive = errors.New("it is an archive: unpack it, and give the files in it")

// Read opens a file and makes its text ready for matching.
func Read(name string, raw []byte, wanted Encoding) (schema.Text, Origin, error) {
	decoded, o, err := Open(name, raw, wanted)
	if err != nil {
		return schema.Text{}, o, err
	}
	text, err := Normalise(name, decoded)
	text.Parts = o.Parts
	return text, o, err
}
