package source

// fold gives the normal form of one character: half-width digits, letters and number signs, plain space, one form of
// quotation marks and of the small and half-width variants of Chinese punctuation. Chinese punctuation itself stays.
func fold(r rune) rune {
	switch {
	case r < 0xA0:
		return r
	case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
		return r - 0xFEE0
	}
	switch r {
	case '\u00A0', '\u2002', '\u2003', '\u2007', '\u2009', '\u202F', '\u3000':
		return ' '
	case '％', '＋', '－', '／', '＊', '＃':
		return r - 0xFEE0
	case '「', '〝', '｢', '﹁':
		return '“'
	case '」', '〞', '〟', '｣', '﹂':
		return '”'
	case '『', '﹃':
		return '‘'
	case '』', '﹄':
		return '’'
	case '﹐':
		return '，'
	case '﹑', '､':
		return '、'
	case '﹒':
		return '．'
	case '﹔':
		return '；'
	case '﹕':
		return '：'
	case '﹖':
		return '？'
	case '﹗':
		return '！'
	case '﹙':
		return '（'
	case '﹚':
		return '）'
	case '｡':
		return '。'
	}
	return r
}

// isDot reports whether a character is used as the dot inside a foreign name.
func isDot(r rune) bool {
	switch r {
	case '·', '‧', '・', '･', '•', '∙', '⋅', '．':
		return true
	}
	return false
}

// invisible reports whether a character takes no place on paper, so that no word may break on it.
func invisible(r rune) bool {
	switch r {
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF':
		return true
	}
	return false
}

// isHan reports whether a character is a Chinese one.
func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF
}
