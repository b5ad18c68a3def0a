package damage

import (
	"math/rand/v2"
	"strings"
)

// quotes repeats words of entries as paragraphs of their own in the midst of other entries: one in eight.
func quotes(r *rand.Rand, s *sheet) error {
	var from, into []int
	for i, p := range s.paras {
		whole := i == 0 || !s.paras[i-1].prose || strings.HasSuffix(s.paras[i-1].lines[0], "。") // it begins with a word
		if p.prose && whole && len(phrases(p.lines[0])) > 0 {
			from = append(from, i)
		}
		if p.prose && i > 0 {
			into = append(into, i)
		}
	}
	if len(from) < 2 {
		return nil
	}
	n := max(2, len(into)/8)
	r.Shuffle(len(into), func(i, k int) { into[i], into[k] = into[k], into[i] })
	chosen := map[int]string{}
	r.Shuffle(len(from), func(i, k int) { from[i], from[k] = from[k], from[i] })
	for i, at := range into[:min(n, len(into), len(from))] {
		if from[i] == at {
			continue
		}
		list := phrases(s.paras[from[i]].lines[0])
		chosen[at] = torn(r, list[r.IntN(len(list))])
	}
	for i := len(s.paras) - 1; i > 0; i-- { // from behind: places before stay
		if words, ok := chosen[i]; ok {
			gap := s.paras[i].gap
			place(r, s, i)
			s.insert(i+1, para{lines: []string{words}, gap: gap, prose: true})
		}
	}
	return nil
}

// place cuts a paragraph where a quotation is to stand: between two of its sentences, anywhere, or at its end.
func place(r *rand.Rand, s *sheet, i int) {
	line := []rune(s.paras[i].lines[0])
	var ends []int
	for k := 0; k+1 < len(line); k++ {
		if line[k] == '。' && line[k+1] != '”' && line[k+1] != '」' {
			ends = append(ends, k+1)
		}
	}
	switch where := r.IntN(3); {
	case where == 0 && len(ends) > 0:
		s.split(i, 0, ends[r.IntN(len(ends))], s.paras[i].gap)
	case where == 1 && len(line) > 2:
		if k := 1 + r.IntN(len(line)-2); mayBreak(line, k) {
			s.split(i, 0, k, s.paras[i].gap)
		}
	}
}

// phrases are what a designer lifts out of a text: whole sentences, with and without their stop, and clauses.
func phrases(line string) []string {
	const shortest, longest = 12, 80 // characters
	var out []string
	add := func(words string) {
		words = strings.Trim(words, "，；：、“”「」")
		if strings.Contains(words, "日电") || strings.IndexAny(words, "0123456789") == 0 { // a date line, a numbered item
			return
		}
		if n := len([]rune(words)); n >= shortest && n <= longest && strings.Count(words, "“") == strings.Count(words, "”") {
			out = append(out, words)
		}
	}
	if i := strings.LastIndexAny(line, "。，；"); i >= 0 {
		line = line[:i+len("。")] // behind it a word may be broken
	} else {
		return nil
	}
	for _, sentence := range strings.SplitAfter(line, "。") {
		if strings.HasSuffix(sentence, "。") {
			add(sentence)
			add(strings.TrimSuffix(sentence, "。"))
		}
		for _, clause := range strings.FieldsFunc(sentence, func(c rune) bool { return strings.ContainsRune("，。；", c) }) {
			add(clause)
		}
	}
	return out
}

// torn sets blanks where the lines of a quotation set in large letters were: in every second one.
func torn(r *rand.Rand, words string) string {
	if r.IntN(2) == 0 {
		return words
	}
	const width = 14 // characters
	line := []rune(words)
	var parts []string
	for len(line) > width {
		parts, line = append(parts, string(line[:width])), line[width:]
	}
	return strings.Join(append(parts, string(line)), " ")
}
