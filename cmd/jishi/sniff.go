package main

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"jishi/extract/source"
)

// sniffed is how much of a file is looked at to tell text from what is none.
const sniffed = 64 << 10

// notText says why a file of a folder is passed over, "" for a text. A text of broken or foreign encoding is a text.
func notText(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, sniffed))
	if err != nil {
		return "", err
	}
	return notTextContent(path, head), nil
}

func notTextContent(name string, head []byte) string {
	extension := strings.ToLower(filepath.Ext(name))
	switch kind := http.DetectContentType(head); {
	case strings.HasPrefix(filepath.Base(name), "~$"):
		return "what Word keeps while a document is open"
	case extension == ".css", extension == ".js":
		return "a part of a web page"
	case len(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))) == 0 && len(head) < sniffed:
		return "an empty file"
	case extension == ".svg":
		return "an image"
	case strings.HasPrefix(kind, "image/"):
		return "an image"
	case isDocument(extension):
		return "" // the reader reads it, or refuses it with its reason
	case strings.HasPrefix(kind, "text/plain; charset=utf-16"):
		return ""
	case source.Detect(head).Encoding != "" && bytes.IndexByte(head, 0) >= 0:
		return "" // UTF-16 without a mark
	case !strings.HasPrefix(kind, "text/"):
		return "no text"
	case bytes.IndexByte(head, 0) >= 0:
		return "no text"
	}
	return ""
}

// isDocument reports whether files of an extension hold a text that is not plain, or ought to: of what the reader cannot
// read, it says how to convert it.
func isDocument(extension string) bool {
	switch extension {
	case ".docx", ".docm", ".dotx", ".odt", ".ott", ".epub", ".pdf", ".doc", ".wps", ".rtf", ".zip", ".tgz":
		return true
	}
	return false
}
