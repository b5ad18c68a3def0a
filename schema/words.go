package schema

import (
	"strings"
	"unicode/utf8"
)

// Passages quotes the passages of the evidence for people, " … " between those that do not adjoin.
func Passages(text string, evidence []Span) string {
	spans := Join(text, evidence)
	var parts []string
	for _, s := range spans {
		if part := Quote(text, []Span{s}); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " … ")
}

// ItemWords lists items as people write them: 口罩 10000只, 帐篷 30顶. A sum of money is told once: 10万美元.
func ItemWords(items []Item) string {
	words := make([]string, len(items))
	for i, it := range items {
		words[i] = it.Name
		if !it.counted() {
			words[i] = strings.TrimSpace(it.Name + " " + it.Quantity + it.Unit)
		}
	}
	return strings.Join(words, ", ")
}

// counted reports whether the name itself holds the number, right before its unit: 10万美元, 百余吨大米.
func (it Item) counted() bool {
	number, _, ok := strings.Cut(it.Name, it.Unit)
	last, _ := utf8.DecodeLastRuneInString(number)
	return ok && it.Unit != "" && number != "" && strings.ContainsRune("0123456789零一二两三四五六七八九十百千万亿多余几数", last)
}

// AttributeWords is key=value,value;key=value, as gold annotations and tables have it.
func AttributeWords(attributes []Attribute) string {
	parts := make([]string, len(attributes))
	for i, a := range attributes {
		parts[i] = a.Key + "=" + strings.Join(a.Values, ",")
	}
	return strings.Join(parts, ";")
}
