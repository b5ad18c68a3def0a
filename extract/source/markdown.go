package source

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// markdown gives the text of Markdown as readers see it. Each line of the file stays one: many a file of this name is
// plain text whose lines stand for themselves.
func markdown(text string) (string, error) {
	var b bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithHardWraps(), html.WithUnsafe()))
	if err := md.Convert([]byte(text), &b); err != nil {
		return "", fmt.Errorf("%w; save it as plain text", err)
	}
	doc, err := parsePage(b.String())
	if err != nil {
		return "", err
	}
	var p paragraphs
	p.walk(doc)
	return p.text(), nil
}
