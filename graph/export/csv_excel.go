package export

import (
	"regexp"
	"strings"

	"golang.org/x/text/width"
)

// byteOrderMark tells Excel that a CSV file is UTF-8.
const byteOrderMark = "\ufeff"

// unchanged gives what puts an apostrophe before all that Excel or LibreOffice, in Chinese or English, would change as it
// reads: formulas, truth values and errors, and what consists of nothing but figures and what they are written with. What
// such cells become differs from program to program and with their settings (1.5 is a day to some, 3月5日 to others), so that
// none is spared but the plain whole number, which is one to all of them.
func unchanged() func(string) string {
	const (
		figures = `\p{Nd}〇零一二三四五六七八九十百千万萬亿億两兩廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟`
		signs   = `\s\p{Zs}\p{Sc}\p{Pd}−⁄.,:;/\\'’"_%‰()+*^~、，。：`
		units   = `年|月|日|号|號|时|時|点|點|分|秒|元|圆|圓|上午|下午|星期|周|週|民国|民國|公元`
		months  = `JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?`
		days    = `MON(?:DAY)?|TUES?(?:DAY)?|WED(?:NESDAY)?|THU(?:RS)?(?:DAY)?|FRI(?:DAY)?|SAT(?:URDAY)?|SUN(?:DAY)?`
		letters = `[AP]M?|[ETZ]|CNY|RMB|USD|EUR|GBP|JPY|HK|NT|US`
	)
	plain := regexp.MustCompile(`^(?:0|[1-9][0-9]{0,14})$`)
	figured := regexp.MustCompile(`[` + figures + `]`)
	number := regexp.MustCompile(`(?i)^(?:[` + figures + signs + `]|` + units + `|` + months + `|` + days + `|` + letters + `)+$`)
	value := regexp.MustCompile(`(?i)^(?:TRUE|FALSE|#.*)$`)
	return func(cell string) string {
		narrow := strings.TrimSpace(width.Fold.String(cell))
		switch {
		case plain.MatchString(cell):
			return cell
		case isFormula(cell), isFormula(narrow), value.MatchString(narrow), figured.MatchString(narrow) && number.MatchString(narrow):
			return "'" + cell
		}
		return cell
	}
}

// isFormula reports whether a spreadsheet would take words for a formula; East Asian ones take full-width signs too.
func isFormula(cell string) bool {
	for _, r := range cell {
		return strings.ContainsRune("=+-@\t\r＝＋－＠−", r)
	}
	return false
}
