package extract

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"jishi/schema/datafile"
)

// parts are the folders in a user's folder.
func parts() []string { return []string{"schema", "lexicon", "rules"} }

// folder reports a user's folder that is not there.
func (o Options) folder() error {
	info, err := os.Stat(o.Data)
	switch {
	case o.Data == "":
		return nil
	case err != nil:
		return datafile.Problems{{File: o.Data, Fault: "no such folder", Remedy: "name a folder that holds schema, lexicon or rules"}}
	case !info.IsDir():
		return datafile.Problems{{File: o.Data, Fault: "is a file", Remedy: "name the folder that holds schema, lexicon or rules"}}
	}
	return nil
}

// misplaced tells of files in a user's folder that nothing would read: he would look for the fault in what they say.
func (o Options) misplaced() datafile.Problems {
	if o.Data == "" {
		return nil
	}
	var out datafile.Problems
	problem := func(name, fault, remedy string) {
		out = append(out, datafile.Problem{File: filepath.ToSlash(filepath.Join(o.Data, name)), Fault: fault, Remedy: remedy})
	}
	entries, err := os.ReadDir(o.Data)
	if err != nil {
		problem("", err.Error(), "")
	}
	for _, e := range entries {
		near := datafile.Nearest(strings.ToLower(e.Name()), parts())
		switch {
		case !e.IsDir() && isYAML(e.Name()) && holdsRecords(filepath.Join(o.Data, e.Name())):
			problem(e.Name(), "nothing reads a file that stands here", o.elsewhere())
		case slices.Contains(parts(), e.Name()):
			for _, name := range unreadable(filepath.Join(o.Data, e.Name())) {
				problem(e.Name()+"/"+name, "is not read", "let its name end in .yaml, and put it into "+e.Name()+" itself")
			}
			for _, name := range blank(filepath.Join(o.Data, e.Name())) {
				problem(e.Name()+"/"+name, "is empty", "write what it is to hold and save it, or remove it")
			}
		case e.IsDir() && near != "" && !o.has(near): // where names in capitals are the same, Rules is read
			problem(e.Name(), "nothing reads this folder", "did you mean "+strconv.Quote(near)+"?")
		}
	}
	return out
}

// has reports whether a part is there.
func (o Options) has(part string) bool {
	_, err := os.Stat(filepath.Join(o.Data, part))
	return err == nil
}

// elsewhere says where a file belongs that stands in the user's folder itself; if that is called like a part, it is meant to
// be one.
func (o Options) elsewhere() string {
	data := filepath.ToSlash(filepath.Clean(o.Data))
	if slices.Contains(parts(), path.Base(data)) {
		return "name the folder above " + data
	}
	return "put it into " + data + "/rules, " + data + "/lexicon or " + data + "/schema"
}

// holdsRecords reports whether a file looks like one of ours: other programs have YAML there too.
func holdsRecords(name string) bool {
	raw, err := os.ReadFile(name)
	if err != nil {
		return false
	}
	if sections, _ := datafile.Sections(name, raw); len(sections) > 0 {
		return slices.ContainsFunc(sections, func(s datafile.Section) bool { return s.Name == "relations" || s.Name == "entities" })
	}
	records, _ := datafile.Parse(name, raw)
	return slices.ContainsFunc(records, func(r datafile.Record) bool {
		return r.Value("relation") != "" || r.Value("zh") != "" || r.Value("kind") != "" && len(r.Values("words")) > 0
	})
}

// blank are the files of a part that are read and hold nothing at all, as when an editor has not saved them yet.
func blank(dir string) []string {
	var out []string
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if e.IsDir() || !strings.HasSuffix(e.Name(), ".yaml") {
			continue
		}
		if raw, err := os.ReadFile(filepath.Join(dir, e.Name())); err == nil && len(bytes.TrimSpace(raw)) == 0 {
			out = append(out, e.Name())
		}
	}
	return out
}

// unreadable are the files of a part that are YAML, or texts with records, but stand or are called so that they are passed over.
func unreadable(dir string) []string {
	var out []string
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // told where the part is read
	}
	for _, e := range entries {
		if !e.IsDir() {
			text := strings.EqualFold(filepath.Ext(e.Name()), ".txt") && holdsRecords(filepath.Join(dir, e.Name()))
			if (isYAML(e.Name()) || text) && !strings.HasSuffix(e.Name(), ".yaml") {
				out = append(out, e.Name())
			}
			continue
		}
		below, _ := os.ReadDir(filepath.Join(dir, e.Name()))
		for _, b := range below {
			if !b.IsDir() && isYAML(b.Name()) {
				out = append(out, e.Name()+"/"+b.Name())
			}
		}
	}
	return out
}

// isYAML reports whether a name means YAML, whatever an editor has made of its end.
func isYAML(name string) bool {
	name = strings.TrimSuffix(strings.ToLower(name), ".txt")
	return strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")
}
