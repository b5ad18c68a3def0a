package eval

// pairing credits results with rows, one to one.
type pairing struct {
	hits     [][]int // result → the rows that it fits
	ofResult []int   // result → row, or -1
	ofRow    []int   // row → result, or -1
}

// pairUp finds the pairing with the most required rows, and among those the one with the most results: augmenting paths
// from the required rows first, then from the results that are left. Paths are tried in the order of the files, so that
// the pairing, and with it every table, is the same on each run.
func pairUp(results int, required []bool, hits [][]int) pairing {
	p := pairing{hits: hits, ofResult: filled(results), ofRow: filled(len(required))}
	takers := make([][]int, len(required))
	for i, js := range hits {
		for _, j := range js {
			takers[j] = append(takers[j], i)
		}
	}
	for j, needed := range required {
		if needed {
			p.claim(j, takers, make([]bool, results))
		}
	}
	for i := range results {
		if p.ofResult[i] < 0 {
			p.place(i, make([]bool, len(required)))
		}
	}
	return p
}

func filled(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// claim seeks a result for row j, moving other rows to other results where that frees one.
func (p *pairing) claim(j int, takers [][]int, seen []bool) bool {
	for _, i := range takers[j] {
		if seen[i] {
			continue
		}
		seen[i] = true
		if p.ofResult[i] < 0 || p.claim(p.ofResult[i], takers, seen) {
			p.ofRow[j], p.ofResult[i] = i, j
			return true
		}
	}
	return false
}

// place seeks a row for result i, moving other results to other rows where that frees one.
func (p *pairing) place(i int, seen []bool) bool {
	for _, j := range p.hits[i] {
		if seen[j] {
			continue
		}
		seen[j] = true
		if p.ofRow[j] < 0 || p.place(p.ofRow[j], seen) {
			p.ofRow[j], p.ofResult[i] = i, j
			return true
		}
	}
	return false
}
