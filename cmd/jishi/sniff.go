package main

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
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
	return notTextContent(filepath.Ext(path), head), nil
}

func notTextContent(extension string, head []byte) string {
	switch kind := http.DetectContentType(head); {
	case len(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))) == 0 && len(head) < sniffed:
		return "empty"
	case strings.EqualFold(extension, ".svg"):
		return "an image"
	case strings.HasPrefix(kind, "image/"):
		return "an image"
	case strings.HasPrefix(kind, "text/plain; charset=utf-16"):
		return "" // text, which the reader will refuse with its reason
	case !strings.HasPrefix(kind, "text/"):
		return "no text"
	case bytes.IndexByte(head, 0) >= 0:
		return "no text"
	}
	return ""
}
