package timex

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// digitOf is the value of an Arabic or Chinese digit, or -1.
func digitOf(r rune) int {
	switch r {
	case '〇', '○', '零', '0':
		return 0
	case '一', '1':
		return 1
	case '二', '2':
		return 2
	case '三', '3':
		return 3
	case '四', '4':
		return 4
	case '五', '5':
		return 5
	case '六', '6':
		return 6
	case '七', '7':
		return 7
	case '八', '8':
		return 8
	case '九', '9':
		return 9
	}
	return -1
}

// powerOf is the power of ten that a Chinese unit stands for, or 0.
func powerOf(r rune) int {
	switch r {
	case '十', '拾':
		return 1
	case '百', '佰':
		return 2
	case '千', '仟':
		return 3
	case '万':
		return 4
	case '亿':
		return 8
	}
	return 0
}

// Number reads a quantity as an exact decimal: 二十四 is 24, 10万 is 100000, 1.5亿 is 150000000, 80多 is 80, 两 is 2.
// Words of estimate around it (约, 近, 多, 余) are passed over. ok is false for what names no number: 几, 数十, 第三.
func Number(s string) (value string, ok bool) {
	if isWhole(s) {
		return s, true
	}
	if r := firstRune(s); r > utf8.RuneSelf && digitOf(r) > 0 && len(s) == len("一") {
		return strconv.Itoa(digitOf(r)), true
	}
	s = trimEstimate(strings.TrimSpace(s))
	if s == "" || len(s) > 120 {
		return "", false
	}
	total, rest := new(big.Rat), s
	lowest := 1 << 20 // power of the unit read last: units must fall
	for rest != "" {
		part, power, after, good := section(rest)
		if !good || power >= lowest {
			return "", false
		}
		if d := digitOf(firstRune(rest)); lowest >= 4 && lowest <= 8 && after == "" && d > 0 && len(rest) == len("一") {
			part.Mul(part, ten(lowest-1)) // 三万五
		}
		total.Add(total, part)
		rest, lowest = after, power
	}
	return decimal(total, len(s)), true
}

// isWhole reports whether s is a whole number in its plainest form, as most are.
func isWhole(s string) bool {
	const longest = 18
	if s == "" || len(s) > longest || s[0] == '0' && len(s) > 1 {
		return false
	}
	for i := range len(s) {
		if !isFigure(s[i]) {
			return false
		}
	}
	return true
}

// section reads a number below the next 万 or 亿, times these: 1.5亿, 一千二百万, 三百零五.
func section(s string) (value *big.Rat, power int, rest string, ok bool) {
	value, rest, ok = arabic(s)
	if !ok {
		value, rest, ok = chinese(s)
	}
	if !ok && powerOf(firstRune(s)) > 0 {
		value, rest, ok = big.NewRat(1, 1), s, true
	}
	if !ok {
		return nil, 0, s, false
	}
	for {
		rest = strings.TrimLeft(rest, "多余几")
		r, size := utf8.DecodeRuneInString(rest)
		p := powerOf(r)
		if p == 0 {
			return value, power, rest, true
		}
		power += p
		value.Mul(value, ten(p))
		rest = rest[size:]
	}
}

// arabic reads figures with a decimal point or commas between thousands.
func arabic(s string) (value *big.Rat, rest string, ok bool) {
	var digits strings.Builder
	i := 0
	for point := false; i < len(s); i++ {
		c := s[i]
		if c == ',' && thousands(s, i) {
			continue
		}
		if c == '.' && !point && i > 0 && i+1 < len(s) && isFigure(s[i+1]) {
			point = true
		} else if !isFigure(c) {
			break
		}
		digits.WriteByte(c)
	}
	if digits.Len() == 0 {
		return nil, s, false
	}
	value, ok = new(big.Rat).SetString(digits.String())
	return value, s[i:], ok
}

func isFigure(c byte) bool { return c >= '0' && c <= '9' }

// thousands reports whether the comma at i separates a group of three figures.
func thousands(s string, i int) bool {
	if i == 0 || i+3 >= len(s) {
		return false
	}
	return isFigure(s[i+1]) && isFigure(s[i+2]) && isFigure(s[i+3]) && (i+4 == len(s) || !isFigure(s[i+4]))
}

// chinese reads a Chinese number below 10,000, or a row of digits (二〇二〇). A last digit behind 百 or 千 without 零
// counts the next lower unit: 一百五 is 150.
func chinese(s string) (value *big.Rat, rest string, ok bool) {
	if n, rest, ok := digitRow(s); ok {
		return new(big.Rat).SetInt64(n), rest, true
	}
	if after, found := strings.CutPrefix(s, "半"); found {
		return big.NewRat(1, 2), after, true
	}
	n, lowest, zero := int64(0), 4, false
	for rest = s; ; {
		r, size := utf8.DecodeRuneInString(rest)
		digit := digitOf(r)
		if r == '两' {
			digit = 2
		}
		unit, unitSize := utf8.DecodeRuneInString(rest[size:])
		switch p := powerOf(r); {
		case digit == 0:
			zero = true
		case digit > 0 && powerOf(unit) > 0 && powerOf(unit) < lowest:
			n, lowest, zero = n+int64(digit)*pow(powerOf(unit)), powerOf(unit), false
			size += unitSize
		case digit > 0 && lowest > 0:
			if rest = rest[size:]; rest == "" && lowest > 1 && lowest < 4 && !zero {
				return new(big.Rat).SetInt64(n + int64(digit)*pow(lowest-1)), rest, true
			}
			return new(big.Rat).SetInt64(n + int64(digit)), rest, true
		case p > 0 && p < lowest:
			n, lowest, zero = n+pow(p), p, false
		case r == '廿' && lowest == 4:
			n, lowest = 20, 1
		default:
			return new(big.Rat).SetInt64(n), rest, len(rest) < len(s)
		}
		rest = rest[size:]
	}
}

// digitRow reads two to eight Chinese digits in a row.
func digitRow(s string) (n int64, rest string, ok bool) {
	count := 0
	for rest = s; ; count++ {
		r, size := utf8.DecodeRuneInString(rest)
		d := digitOf(r)
		if d < 0 || r <= '9' {
			break
		}
		n = n*10 + int64(d)
		if count >= 8 {
			return 0, s, false
		}
		rest = rest[size:]
	}
	if r, _ := utf8.DecodeRuneInString(rest); count < 2 || powerOf(r) > 0 && powerOf(r) < 4 {
		return 0, s, false
	}
	return n, rest, true
}

func pow(p int) int64 {
	n := int64(1)
	for range p {
		n *= 10
	}
	return n
}

func ten(p int) *big.Rat { return new(big.Rat).SetInt64(pow(p)) }

// trimEstimate takes words of estimate off both ends.
func trimEstimate(s string) string {
	for _, w := range []string{"大约", "约", "超过", "逾", "近", "至少", "上", "超", "多达", "共计", "共", "将近", "达"} {
		if rest, found := strings.CutPrefix(s, w); found {
			s = rest
		}
	}
	for _, w := range []string{"左右", "以上", "多", "余", "来"} {
		s = strings.TrimSuffix(s, w)
	}
	return s
}

// decimal writes a number whose decimals are at most digits, without exponent and without zeros that say nothing.
func decimal(v *big.Rat, digits int) string {
	return strings.TrimRight(strings.TrimRight(v.FloatString(digits), "0"), ".")
}
