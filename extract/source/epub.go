package source

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
)

// largestBook is how many bytes all chapters of a book together may unpack to.
const largestBook = 64 << 20

// epub gives the text of a book: its chapters in the order of reading.
func epub(raw []byte, o *Origin) (string, error) {
	z, err := unzip(raw)
	if err != nil {
		return "", err
	}
	chapters, err := spine(z)
	if err != nil {
		return "", err
	}
	book, size := &paragraphs{}, 0
	for _, name := range chapters {
		if size, err = book.chapter(z, name, size); err != nil {
			return "", err
		}
	}
	return book.text(), nil
}

// chapter adds a chapter to a book of which size bytes are read.
func (p *paragraphs) chapter(z *zip.Reader, name string, size int) (int, error) {
	r, err := part(z, name)
	if err != nil {
		return size, err
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	switch {
	case errors.Is(err, errTooLarge):
		return size, err
	case err != nil:
		return size, fmt.Errorf("its part %s is broken (%w); copy the file again in full", name, err)
	}
	if size += len(text); size > largestBook {
		return size, fmt.Errorf("its chapters unpack to more than %d MB; divide it, or give its text", largestBook>>20)
	}
	if bad := invalid(text); bad >= 0 {
		return size, fmt.Errorf("its part %s is not UTF-8 at byte %d; save it again", name, bad)
	}
	doc, err := parsePage(string(text))
	if err != nil {
		return size, fmt.Errorf("its part %s: %w", name, err)
	}
	p.walk(doc)
	p.end()
	return size, nil
}

// spine lists the chapters of a book, without its table of contents.
func spine(z *zip.Reader) (chapters []string, err error) {
	index := ""
	err = eachToken(z, "META-INF/container.xml", func(t xml.Token) {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "rootfile" && index == "" {
			index = attribute(e, "full-path")
		}
	})
	if err != nil {
		return nil, err
	}
	files, order := map[string]string{}, []string{}
	err = eachToken(z, index, func(t xml.Token) {
		e, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "item" && !strings.Contains(attribute(e, "properties"), "nav"):
			files[attribute(e, "id")] = attribute(e, "href")
		case e.Name.Local == "itemref":
			order = append(order, attribute(e, "idref"))
		}
	})
	if err != nil {
		return nil, err
	}
	if len(order) > mostParts {
		return nil, errTooMany
	}
	for _, id := range order {
		if href, ok := files[id]; ok {
			chapters = append(chapters, path.Join(path.Dir(index), unescaped(href)))
		}
	}
	return chapters, nil
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// unescaped is the name of a part that a link means.
func unescaped(href string) string {
	href, _, _ = strings.Cut(href, "#")
	if name, err := url.PathUnescape(href); err == nil {
		return name
	}
	return href
}
