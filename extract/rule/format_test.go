package rule

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// What a file may say stands in its manuals: every key of a rule and every kind of cue in FORMAT.md, every way to find an
// object in docs/rules.md.
func TestManualsTellEverything(t *testing.T) {
	read := func(path string) string {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	wants := map[string][]string{"data/FORMAT.md": cueKinds(), "../../docs/rules.md": objectWays()}
	for body, i := reflect.TypeFor[Body](), 0; i < body.NumField(); i++ {
		wants["data/FORMAT.md"] = append(wants["data/FORMAT.md"], body.Field(i).Tag.Get("yaml"))
	}
	for path, words := range wants {
		text := read(path)
		for _, w := range words {
			if !strings.Contains(text, "`"+w+"`") {
				t.Errorf("%s does not tell of `%s`", path, w)
			}
		}
	}
}
