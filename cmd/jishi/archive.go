package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"jishi/extract/source"
)

// isArchiveName reports whether a file of a folder may be an archive of texts.
func isArchiveName(path string) bool {
	name := strings.ToLower(path)
	return strings.HasSuffix(name, ".zip") || strings.HasSuffix(name, ".tar.gz") || strings.HasSuffix(name, ".tgz")
}

// archiveID is the name of the documents' folder that an archive stands for.
func archiveID(doc string) string {
	if strings.HasSuffix(strings.ToLower(doc), ".tar") {
		return doc[:len(doc)-len(".tar")]
	}
	return doc
}

// isArchive looks whether a file is an archive; one that cannot be opened is none, and is told of where it is read.
func isArchive(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	return err == nil && source.IsArchive(f, info.Size())
}

// archiveFile takes in the texts of an archive as if it were a folder of this name; root is what the user gave. whole says
// that each of them could be read, or is known to be there.
func (c *collector) archiveFile(in input, root string) (whole bool, err error) {
	f, err := os.Open(in.path)
	if err != nil {
		return false, fmt.Errorf("%s: cannot be read: %w", shown(in.path), reason(err))
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return false, fmt.Errorf("%s: cannot be read: %w", shown(in.path), reason(err))
	}
	return c.archive(in, root, f, info.Size())
}

func (c *collector) archive(in input, root string, r io.ReaderAt, size int64) (whole bool, err error) {
	whole = true
	var texts []input
	err = source.Members(r, size, func(m source.Member) {
		text, why, err := member(in, root, m)
		switch {
		case err != nil:
			whole = false
			c.found = append(c.found, fmt.Errorf("%s: cannot be read: %w", shown(text.path), err))
			c.unread = append(c.unread, text.doc)
		case why != "":
			c.passed = append(c.passed, shown(text.path)+": "+why)
		default:
			texts = append(texts, text)
		}
	})
	if err != nil {
		return false, fmt.Errorf("%s: cannot be read: %w", shown(in.path), err)
	}
	slices.SortStableFunc(texts, func(a, b input) int { return strings.Compare(a.path, b.path) })
	for _, text := range texts {
		c.add(text)
	}
	return whole, nil
}

// member reads a file of an archive, or says why it is passed over.
func member(in input, root string, m source.Member) (text input, why string, err error) {
	text = input{doc: withoutExtension(archiveID(in.doc) + "/" + path.Clean(m.Name)), path: in.path + "/" + m.Name, root: root}
	hidden := func(name string) bool { return strings.HasPrefix(name, ".") && name != "." }
	switch parts := strings.Split(m.Name, "/"); {
	case m.Fault != nil || m.Why != "":
		return text, m.Why, m.Fault
	case slices.ContainsFunc(parts, hidden), parts[0] == "__MACOSX":
		return text, "hidden", nil
	case isArchiveName(m.Name):
		return text, "", errors.New("it is an archive in an archive; unpack the outer one, and give the folder")
	}
	head, err := io.ReadAll(io.LimitReader(m.Body, sniffed))
	if err != nil {
		return text, "", err
	}
	if why = notTextContent(m.Name, head); why != "" {
		return text, why, nil
	}
	whole := bytes.NewBuffer(make([]byte, 0, max(m.Size, len(head))+bytes.MinRead))
	whole.Write(head)
	_, err = whole.ReadFrom(m.Body)
	text.raw = whole.Bytes()
	return text, "", err
}
