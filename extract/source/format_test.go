package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
)

// zipOf makes a zip file of parts, NAME, CONTENT, NAME, CONTENT …; a name that begins with @ is a link's.
func zipOf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		h := &zip.FileHeader{Name: parts[i], Method: zip.Deflate}
		if name, link := strings.CutPrefix(parts[i], "@"); link {
			h.Name = name
			h.SetMode(0o777 | fs.ModeSymlink)
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func docx(t testing.TB, body string) []byte {
	return zipOf(t, "word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="m"><w:body>`+body+`</w:body></w:document>`)
}

func odtOf(t testing.TB, body string) []byte {
	return zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
		`<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>`+body+`</office:text></office:body></office:document-content>`)
}

func epubOf(t testing.TB, chapters ...string) []byte {
	parts := []string{"mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="O/c.opf"/></rootfiles></container>`}
	items, order := `<item id="n" href="nav.xhtml" properties="nav"/>`, `<itemref idref="n"/>`
	for i, c := range chapters {
		items += fmt.Sprintf(`<item id="c%d" href="t/%%E7%%AB%%A0%d.xhtml"/>`, i, i)
		order += fmt.Sprintf(`<itemref idref="c%d"/>`, i)
		parts = append(parts, fmt.Sprintf("O/t/章%d.xhtml", i), c)
	}
	return zipOf(t, append(parts, "O/nav.xhtml", "<p>目录</p>", "O/c.opf", "<package><manifest>"+items+"</manifest><spine>"+order+"</spine></package>")...)
}

func TestOpen(t *testing.T) {
	for _, tt := range []struct {
		name, file string
		raw        []byte
		want       string
		left       string
	}{
		{"plain", "a.txt", []byte("<p>甲</p>"), "<p>甲</p>", ""},
		{"markdown", "a.md", []byte("# 大事记\n\n## 3月2日\n\n- 甲**国**乙。\n- 丙\n  - 丁\n\n戊\n己\n\n| 日期 | 事 |\n|---|---|\n| 3月3日 | 庚。 |"),
			"大事记\n\n3月2日\n\n◆甲国乙。\n\n◆丙\n\n·丁\n\n戊\n己\n\n日期\t事\n\n3月3日\t庚。", ""},
		{"page", "a.html", []byte("<html><head><title>标题一二三_某网</title><meta charset=utf-8><style>p{}</style></head><body><h1>标题一二三</h1><p>甲\n乙&nbsp;丙<br>丁<!-- x --><script>1</script></p><div>戊<p>己</p>庚</div><p hidden>辛</p><ruby>壬<rt>ren</rt></ruby></body></html>"),
			"标题一二三\n\n甲乙\u00A0丙\n丁\n\n戊\n\n己\n\n庚\n\n壬", ""},
		{"page without a name", "a", []byte(" <!DOCTYPE html><p>a\n b<p>甲<br><br>乙"), "a b\n\n甲\n\n乙", ""},
		{"docx", "a.docx", docx(t, `<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>3月</w:t></w:r><w:r><w:t>2日</w:t><w:tab/><w:t xml:space="preserve"> 甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>`+
			`<w:p/><w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>丙</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>丁</w:t></w:r></w:p>`+
			`<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:t>戊&amp;</w:t></w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>`+
			`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>3月3日</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>己。</w:t></w:r></w:p><w:p><w:r><w:t>庚。</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`),
			"3月2日\t 甲\n乙\n\n◆丙\n\n丁\n\n戊&\n\n框\n\n3月3日\t己。\n\n庚。", "deleted words"},
		{"odt", "a.odt", odtOf(t, `<text:tracked-changes><text:p>删</text:p></text:tracked-changes><text:h>大事</text:h><text:p>甲<text:span>乙</text:span><text:s text:c="2"/>丙<text:line-break/>丁<text:note><text:p>注</text:p></text:note></text:p>`+
			`<text:list><text:list-item><text:p>戊</text:p><text:p>己</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>3月3日</text:p></table:table-cell><table:table-cell><text:p>庚。</text:p></table:table-cell></table:table-row></table:table>`),
			"大事\n\n甲乙  丙\n丁\n\n◆戊\n\n己\n\n3月3日\t庚。", "deleted words, notes"},
		{"epub", "a.epub", epubOf(t, "<html><head><title>x</title></head><body><h2>一</h2><p>甲</p></body></html>", "<html><body><p>乙</p></body></html>"), "一\n\n甲\n\n乙", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text, o, err := Open(tt.file, tt.raw, "")
			if err != nil {
				t.Fatal(err)
			}
			if text != tt.want {
				t.Errorf("text %q, want %q", text, tt.want)
			}
			if left := strings.Join(o.Left, ", "); left != tt.left {
				t.Errorf("left out %q, want %q", left, tt.left)
			}
			again, _, err := Open("x.txt", []byte(text), "")
			if err != nil || again != text {
				t.Errorf("read again as text it is %q, %v", again, err)
			}
		})
	}
}

// TestMainText: of a page, the article alone is text; it has its title, and the day of publication is known.
func TestMainText(t *testing.T) {
	story := strings.Repeat("<p>摩尔多瓦总理在基希讷乌会见来访的安道尔外交大臣，双方就旅游合作交换意见。双方还参观了葡萄酒庄园。</p>", 4)
	list := strings.Repeat(`<li><a href="/x">今日热点新闻标题在此</a></li>`, 10)
	for _, head := range []string{`<meta name="publishdate" content="2017-04-05">`, `<meta property="article:published_time" content="2017-04-05T08:00:00+08:00">`, ""} {
		raw := `<html><head><meta charset="gbk"><title>摩尔多瓦总理会见安道尔外交大臣-某某网</title>` + head + `</head><body><div class="nav"><ul>` + list + `</ul></div>` +
			`<h1>摩尔多瓦总理会见安道尔外交大臣</h1><div class="info"><span>发布时间：</span><span>2017-04-05 10:20</span></div><div id="article">` + story + `</div><div class="footer">版权所有 网站地图 联系我们</div></body></html>`
		gb, err := GB18030.codec().NewEncoder().Bytes([]byte(raw))
		if err != nil {
			t.Fatal(err)
		}
		text, o, err := Open("a.htm", gb, "")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(text, "摩尔多瓦总理会见安道尔外交大臣\n\n") || strings.Contains(text, "热点") || strings.Contains(text, "版权") || strings.Count(text, "葡萄酒") != 4 {
			t.Errorf("main text %q", text)
		}
		if o.Date.String() != "2017-04-05" || o.From == "" || o.Encoding != GB18030 || !o.Sure || len(o.Left) != 1 {
			t.Errorf("%+v", o)
		}
	}
}

// TestHostile: what was made to exhaust or mislead a reader, or is broken, is refused with a reason and what to do.
func TestHostile(t *testing.T) {
	bomb := func(text string) string { return strings.Repeat(text, largestPart/len(text)+1000) }
	for _, tt := range []struct {
		name, file string
		raw        []byte
		says       string
	}{
		{"zip bomb", "a.docx", docx(t, "<w:p><w:r><w:t>"+bomb("甲甲甲甲")+"</w:t></w:r></w:p>"), "the DOCX cannot be read: a part of it unpacks to more than 16 MB"},
		{"zip bomb of white space", "a.odt", odtOf(t, bomb(" ")), "unpacks to more than 16 MB"},
		{"book of bombs", "a.epub", epubOf(t, bomb("<p>")), "unpacks to more than 16 MB"},
		{"entities", "a.docx", zipOf(t, "word/document.xml", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="wordprocessingml"><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>`), "is broken"},
		{"nested XML", "a.docx", docx(t, strings.Repeat("<w:p>", 20_000)), "nested deeper than"},
		{"nested tags", "a.html", []byte(strings.Repeat("<div>", 20_000) + "甲"), "nested too deep"},
		{"many tags", "a.html", []byte(strings.Repeat("<p>", mostTags+1) + "甲"), "more than 150000 tags"},
		{"cut off", "a.docx", docx(t, "<w:p/>")[:60], "cut off or broken"},
		{"cut off inside", "a.docx", zipOf(t, "word/document.xml", `<w:document xmlns:w="wordprocessingml"><w:p><w:r><w:t>甲`), "is broken"},
		{"no content", "a.odt", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text"), "its part content.xml is missing"},
		{"empty", "a.docx", docx(t, "<w:p><w:r/></w:p>"), "holds no text"},
		{"chapter outside", "a.epub", zipOf(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<c><rootfile full-path="c.opf"/></c>`, "c.opf", `<p><item id="a" href="../../etc/passwd"/><itemref idref="a"/></p>`), "is missing"},
		{"table", "a.xlsx", zipOf(t, "[Content_Types].xml", "", "xl/workbook.xml", ""), "an Office document that is no text"},
		{"old Word", "a.doc", []byte("\xD0\xCF\x11\xE0\xA1\xB1"), "save it as DOCX"},
		{"PDF", "a.pdf", []byte("%PDF-1.4\n%"), "convert it"},
		{"page in Japanese", "a.html", []byte("<meta charset=shift_jis><p>\x93\xfa\x96\x7b\x8c\xea\x82\xcc\x83\x65\x83\x4c\x83\x58\x83\x67\xff\xff\xff<p>\x93\xfa</p>"), "none of UTF-8"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := Open(tt.file, tt.raw, "")
			if _, ok := err.(*Error); !ok || !strings.Contains(err.Error(), tt.says) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%v, want %q in a line", err, tt.says)
			}
		})
	}
}

func FuzzOpen(f *testing.F) {
	f.Add("a.docx", docx(f, "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"))
	f.Add("a.odt", odtOf(f, "<text:p>甲</text:p>"))
	f.Add("a.epub", epubOf(f, "<p>甲</p>"))
	f.Add("a.html", []byte("<title>甲</title><table><tr><td>乙<ul><li>丙</table><pre>丁\r\n"))
	f.Add("a.md", []byte("# 甲\n* 乙\n\n```\n丙\n"))
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		x, _, err := Read(name, raw, "")
		if err != nil {
			if _, ok := err.(*Error); !ok {
				t.Fatalf("%T", err)
			}
			return
		}
		checkPieces(t, x)
	})
}
