package extract

import (
	"strings"
	"unicode/utf8"

	"jishi/extract/token"
	"jishi/schema"
)

// ear hears whether an entry can tell a fact at all: whether it holds the trigger of a rule, or an office with a name behind
// it. Most news holds neither, and is passed over where facts alone are wanted. The words may stand anywhere, as parts of
// other words too: only the reading knows what they are.
type ear struct {
	finder   *token.Finder
	triggers int // words of the finder that are triggers; those behind them are offices
}

// newEar makes an ear for triggers and offices.
func newEar(triggers, offices []string) *ear {
	words := append([]string(nil), triggers...)
	for _, w := range offices {
		if isOffice(w) {
			words = append(words, w)
		}
	}
	return &ear{finder: token.NewFinder(words), triggers: len(triggers)}
}

// hears reports whether any sentence of an entry may tell something.
func (e *ear) hears(entry *schema.Entry) bool {
	for i := range entry.Sentences {
		text, heard := entry.Sentences[i].Text, false
		e.finder.Find(text, func(word, end int) bool {
			heard = word < e.triggers || namesFollow(text[end:])
			return !heard
		})
		if heard {
			return true
		}
	}
	return false
}

// namesFollow reports whether a name, or another office of the same person, can stand behind an office.
func namesFollow(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && !strings.ContainsRune("，。；：！？”’）》", r)
}
