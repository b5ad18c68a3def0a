package extract

// strangerActs reports whether the sentence begins with characters of which no word is made: somebody acts whom nobody
// knows, not the one before.
func (d *draft) strangerActs() bool {
	return d.strangerAt(d.s.clauses[0].Start)
}

// strangerAt reports whether somebody whom nobody knows stands at token i, behind a mark or not.
func (d *draft) strangerAt(i int) bool {
	if i < d.Trigger && (d.s.tokens[i].Word == "，" || d.s.tokens[i].Word == "：") {
		i++
	}
	return d.unknownAt(i)
}

// unknownAt reports whether at least two characters of which no word is made stand at token i.
func (d *draft) unknownAt(i int) bool {
	n := 0
	for ; i < d.Trigger && len(d.s.tokens[i].Mentions) == 0 && d.s.tokens[i].Word == ""; i++ {
		n++
	}
	return n >= 2
}

// personsAct reports whether the trigger's clause begins with persons who are nobody known: 元首们, 留学生.
func (r *reading) personsAct(d *draft) bool {
	c := d.s.clauses[d.clause]
	return d.word(r, "persons", c.Start, min(c.Start+3, d.Trigger), "") >= 0
}
