package export

import (
	"regexp"
	"strconv"
	"strings"
)

// byteOrderMark tells Excel that a CSV file is UTF-8.
const byteOrderMark = "\ufeff"

// unchanged gives what puts an apostrophe before all that Excel would change as it reads: formulas; ids such as 653e12 and
// codes such as 041, of which it makes other numbers; 2020-03 and 2-8, of which it makes days. Whole days and plain
// numbers stay.
func unchanged() func(string) string {
	days := regexp.MustCompile(`^[0-9]{1,4}[-/][0-9]{1,2}$`)
	return func(cell string) string {
		n, err := strconv.ParseFloat(cell, 64)
		number := err == nil && (strconv.FormatFloat(n, 'f', -1, 64) != cell || len(cell) > 15)
		if number || isFormula(cell) || days.MatchString(cell) {
			return "'" + cell
		}
		return cell
	}
}

// isFormula reports whether a spreadsheet would take words for a formula; East Asian ones take full-width signs too.
func isFormula(cell string) bool {
	for _, r := range cell {
		return strings.ContainsRune("=+-@\t\r＝＋－＠", r)
	}
	return false
}
