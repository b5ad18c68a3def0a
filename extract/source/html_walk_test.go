package source

import (
	"runtime"
	"strings"
	"testing"
)

func TestHTMLItems(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"an item", "<ul><li>甲方访问乙方。</ul>", "◆甲方访问乙方。"},
		{"with a sign of its own", "<ul><li>\n      <b>●</b>甲方访问乙方。</ul>", "●甲方访问乙方。"},
		{"behind much white space", "<ul><li>" + strings.Repeat(" ", 100) + "<span></span>\n<b>（一）</b>甲。</ul>", "（一）甲。"},
		{"a list in a list", "<ul><li>甲。<ul><li>乙。</ul></ul>", "◆甲。\n\n·乙。"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, _, err := Open("a.html", []byte("<html><body>"+tt.page+"</body></html>"), "")
			if err != nil || got != tt.want {
				t.Errorf("%q, %v; want %q", got, err, tt.want)
			}
		})
	}
}

// TestHTMLNested: what stands in many elements is not copied once for each of them.
func TestHTMLNested(t *testing.T) {
	const deep = 100
	text := strings.Repeat("甲方访问乙方。", 20_000)
	for name, page := range map[string]string{
		"lists": strings.Repeat("<ul><li>", deep) + text,
		"dates": strings.Repeat("<div>日期：", deep) + "<b>" + text,
	} {
		doc, err := parsePage(page)
		if err != nil {
			t.Fatal(name, err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		published(doc)
		(&paragraphs{}).walk(doc)
		runtime.ReadMemStats(&after)
		if times := (after.TotalAlloc - before.TotalAlloc) / uint64(len(text)); times > deep/5 {
			t.Errorf("%s: the text was copied %d times", name, times)
		}
	}
}

// TestHTMLTooNested: what is nested so deep that finding the main text would take minutes is read as a whole.
func TestHTMLTooNested(t *testing.T) {
	const deep = 200
	text := strings.Repeat("甲方访问乙方。", mostNested/deep/len("甲方访问乙方。")) // and deeper by html and body
	doc, err := parsePage(strings.Repeat("<div>", deep) + text)
	if err != nil {
		t.Fatal(err)
	}
	if main := mainText(doc); len(main.done) > 0 {
		t.Error("a main text was sought")
	}
	doc, err = parsePage(strings.Repeat("<div>", deep) + text[:len("甲方访问乙方。")*100])
	if err != nil {
		t.Fatal(err)
	}
	if main := mainText(doc); len(main.done) == 0 {
		t.Error("no main text of a page that is short")
	}
}
