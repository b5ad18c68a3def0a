package export

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestUnchanged: what Excel would make something else of is guarded, and nothing more.
func TestUnchanged(t *testing.T) {
	guard := unchanged()
	for _, cell := range numberLike() {
		if got := guard(cell); got != "'"+cell && !wholeNumber(cell) {
			t.Errorf("%q becomes %q", cell, got)
		}
	}
	for _, cell := range []string{"", "0", "12", "2020", "123456789012345", "8da0e4fc2a6dcaa6", "2020-03-26#5", "挪威", "一带一路", "三亚", "40顶帐篷", "药品 1批", "帐篷 40顶, 药品 1批", "国务院 5", "5G", "Mark",
		"May", "second", "大事记 2020年", "2019-03-07 news", "U2", "T-shirt", "called", "truely", "甲=乙", "kind=phone;count=12", "'5x"} {
		if got := guard(cell); got != cell {
			t.Errorf("%q becomes %q", cell, got)
		}
	}
}

func wholeNumber(cell string) bool {
	return regexp.MustCompile(`^(?:0|[1-9][0-9]{0,14})$`).MatchString(cell)
}

// TestSpreadsheetsLeaveGuarded: LibreOffice in English and in Chinese, asked to detect all that it can, takes every guarded
// cell as text, letter for letter.
func TestSpreadsheetsLeaveGuarded(t *testing.T) {
	cells := numberLike()
	table := Table{Columns: []Column{{Name: "n"}, {Name: "文"}}}
	for i, cell := range cells {
		table.Rows = append(table.Rows, []any{i + 1, cell})
	}
	path := file(t, "excel.csv", func(f *os.File) error {
		return WriteCSV(f, table.Plain(), true, func(v any) string { return fmt.Sprint(v) })
	})
	for _, language := range []struct{ name, number string }{{"English", "1033"}, {"Chinese", "2052"}} {
		got := typed(t, path, language.number)
		if len(got) != len(cells)+1 {
			t.Fatalf("%s: %d rows, want %d", language.name, len(got), len(cells)+1)
		}
		for i, cell := range cells {
			if wholeNumber(cell) {
				continue
			}
			if c := got[i+1][1]; c.kind != "string" || unspaced(c.text) != unspaced("'"+cell) {
				t.Errorf("%s: %q becomes the %s %q", language.name, cell, c.kind, c.text)
			}
		}
	}
}

// unspaced leaves the blanks out, for which the file of typed has elements.
func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }

// numberLike are cells of which a spreadsheet in English or Chinese makes, or could make, a number, a day, a time, a truth
// value, an error or a formula.
func numberLike() []string {
	out := strings.Fields(`
		=1 ＝1 +1 ＋1 -1 －1 −1 –1 @x ＠x -/某会议 --05-03 =1+1 TRUE true False ＴＲＵＥ #N/A #REF! #DIV/0! #NAME?
		041 00 -0 0.0 1.10 0.50 .5 5. 1.e5 5e3 5E+3 5e-3 653e12 1e999 1234567890123456 12345678901234567890 １２ １．５ １，２３４ ٣ 二〇二〇 〇 十二 一百二十 三亿
		1,234 1，234 1'000 (5) （5） (1,234) 5- 5+ 50% 50％ 5‰ $5 5$ $(5) ($5) -$5 ＄5 ￥5 ¥5 €5 £5 5元 USD5 5USD HK$5 RMB5
		12:30 12：30 12:30:05 12:30.5 24:00 5AM 5a 5p 1:30pm 9时30分 9時30分 上午9时30分 下午3时 3:30下午 5上午
		3/4 3／4 1-2 １-２ 1－2 1–2 2-8 12-29 50-69 3-4 1⁄2 13/13 1/2/3 1.2.3 2020-03 2020-02-03 2020-2-3 2020/2/3 2020.02.03 20.2.3 2020/02 2/3/2020 31.12.19 20200203 2020-02-03T12:30 2020-02-03T12:30:00Z
		3月5日 ３月５日 10月10日 2020年2月3日 2020年2月 2020年 2月 3日 3号 二〇二〇年二月三日 二月三日 三月 ２０２０年２月３日 ２０２０／２／３ ２０２０－０２－０３ 民国108年3月5日 1/二月3
		Mar-5 mar-5 5-Mar 5Mar MAR5 Sept2 MARCH1 Jan.5 Jan/5 1-Jan-20 Jan-20 May5`)
	out = append(out, " 5", "5 ", "\u00a05", "　5", "\t5", "\t甲", " 041", " =1", "　=1", " TRUE", "TRUE ", "1 1/2", "1 2 PM", "5 a", "5 AM", "12:30 PM", "Mar 5", "March 5, 2020", "Monday, March 5, 2020", "Mar 2020",
		"2020-02-03 12:30", "2020-02-03 Monday", "2020年2月3日 12:30", "3 月 5 日", " 3月5日", "$ 5", "￥ 5", "USD 5", "5 USD", "( 5 )", "50 %", "- 5", "5 E 3", "12 : 30", "9:30 上午", "12-29 40-52", "1 ２", "1 234")
	for _, first := range []string{"1", "05", "31", "2020", "１", "二"} {
		for _, sign := range []string{"-", "/", ".", ":", ",", "月", "年", " "} {
			for _, second := range []string{"", "2", "30", "２", "二"} {
				for _, rest := range []string{"", "-3", "/3", ".3", ":30", "日", "%", " PM"} {
					out = append(out, first+sign+second+rest)
				}
			}
		}
	}
	return out
}

// cell is what a spreadsheet has made of one: its type, and what it shows.
type cell struct{ kind, text string }

// typed gives the cells that LibreOffice, in the language of that number, makes of a CSV.
func typed(t *testing.T, path, language string) [][]cell {
	t.Helper()
	dir := t.TempDir()
	opened := "--infilter=CSV:44,34,76,1,," + language + ",false,true" // comma, quote, UTF-8, numbers detected
	outside(t, "soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "settings"), "--headless", opened, "--convert-to", "fods", "--outdir", dir, path)
	f, err := os.Open(filepath.Join(dir, strings.TrimSuffix(filepath.Base(path), ".csv")+".fods"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows [][]cell
	var now *cell
	for in := xml.NewDecoder(f); ; {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			switch x.Name.Local {
			case "table-row":
				rows = append(rows, nil)
			case "table-cell":
				last := &rows[len(rows)-1]
				*last = append(*last, cell{})
				now = &(*last)[len(*last)-1]
				for _, a := range x.Attr {
					if a.Name.Local == "value-type" && !strings.Contains(a.Name.Space, "calcext") {
						now.kind = a.Value
					}
				}
			}
		case xml.EndElement:
			if x.Name.Local == "table-cell" {
				now = nil
			}
		case xml.CharData:
			if now != nil {
				now.text += string(x)
			}
		}
	}
}
