package eval

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// FactGold is a gold annotation of facts.
type FactGold struct{ rows []row }

// EntityGold is a gold annotation of entity mentions.
type EntityGold struct{ rows []row }

// row is one line of a gold file.
type row struct {
	line            int
	entry, date     string
	key             string // relation, or entity type
	subject, object names
	names           names // of an entity
	modality        string
	attributes      []wantedAttribute
	required        bool
}

// names are the names that are equally right.
type names []string

func (n names) has(name string) bool { return slices.Contains(n, name) }

func (n names) hasAny(have []string) bool { return slices.ContainsFunc(have, n.has) }

func (n names) String() string { return strings.Join(slices.Sorted(slices.Values(n)), "|") }

type wantedAttribute struct {
	key    string
	values []names
}

func (g row) attribute(key string) []names {
	for _, a := range g.attributes {
		if a.key == key {
			return a.values
		}
	}
	return nil
}

func (g row) String() string {
	if g.names != nil {
		return fmt.Sprintf("line %d: %s %s %s", g.line, g.entry, g.key, g.names)
	}
	return fmt.Sprintf("line %d: %s %s %s %s %s [%s]", g.line, g.entry, g.date, g.subject, g.key, g.object, g.modality)
}

// ReadFactGold reads rows of eight columns; name is what errors call the file. All faulty lines are told at once.
func ReadFactGold(name string, r io.Reader) (FactGold, error) {
	rows, err := readGold(name, r, "8 columns (entry, date, subject, relation, object, modality, attributes, status)", func(c []string) (row, bool) {
		if len(c) != 8 {
			return row{}, false
		}
		return row{
			entry: c[0], date: c[1], subject: alternatives(c[2]), key: c[3], object: alternatives(c[4]), modality: c[5],
			attributes: wantedAttributes(c[6]), required: c[7] == "required",
		}, true
	})
	return FactGold{rows}, err
}

// ReadEntityGold reads rows of three or four columns; name is what errors call the file.
func ReadEntityGold(name string, r io.Reader) (EntityGold, error) {
	rows, err := readGold(name, r, "3 or 4 columns (entry, type, name, and `optional` at will)", func(c []string) (row, bool) {
		if len(c) != 3 && len(c) != 4 {
			return row{}, false
		}
		return row{entry: c[0], key: c[1], names: alternatives(c[2]), required: len(c) == 3 || c[3] != "optional"}, true
	})
	return EntityGold{rows}, err
}

func readGold(name string, r io.Reader, want string, parse func([]string) (row, bool)) ([]row, error) {
	var rows []row
	var faults []string
	in := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := in.ReadString('\n')
		line = strings.TrimRight(line, "\r\n")
		if n == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if !strings.HasPrefix(line, "#") && strings.TrimSpace(line) != "" {
			cells := strings.Split(line, "\t")
			if g, ok := parse(cells); ok {
				g.line = n
				rows = append(rows, g)
			} else {
				faults = append(faults, fmt.Sprintf("%s:%d: has %d columns between tabs, want %s", name, n, len(cells), want))
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if faults != nil {
		return nil, fmt.Errorf("%s", strings.Join(faults, "\n"))
	}
	return rows, nil
}

// alternatives cuts a cell at its bars. 阿方 says nothing until it is resolved: beside a real name it does not count.
func alternatives(cell string) names {
	var all, resolved names
	for _, a := range strings.Split(cell, "|") {
		if all.has(a) {
			continue
		}
		all = append(all, a)
		if !isSide(a) {
			resolved = append(resolved, a)
		}
	}
	if resolved != nil {
		return resolved
	}
	return all
}

// isSide reports whether a name is one character and 方, but none of 各方, 双方, 对方.
func isSide(name string) bool {
	r := []rune(name)
	return len(r) == 2 && r[1] == '方' && !strings.ContainsRune("各双对", r[0])
}

// wantedAttributes reads key=value,value;key=value; the last of two equal keys counts.
func wantedAttributes(cell string) []wantedAttribute {
	var out []wantedAttribute
	for _, pair := range strings.Split(cell, ";") {
		if pair == "" {
			continue
		}
		key, value, _ := strings.Cut(pair, "=")
		a := wantedAttribute{key: key}
		for _, one := range strings.Split(value, ",") {
			a.values = append(a.values, strings.Split(one, "|"))
		}
		if i := slices.IndexFunc(out, func(o wantedAttribute) bool { return o.key == key }); i >= 0 {
			out[i] = a
			continue
		}
		out = append(out, a)
	}
	return out
}
