package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"jishi/graph"
)

func checkVersion(x examined) []diagnosis {
	return []diagnosis{{"version", stateOK, "jishi " + fullVersion(), ""}}
}

func checkSettings(x examined) []diagnosis {
	if x.fault != nil {
		return []diagnosis{{"settings", stateFault, x.fault.Error(), "mend the setting; what follows is as far as it could be read"}}
	}
	var own []string
	for _, s := range settings() {
		if value := x.config.text[s.key]; value != s.standard {
			own = append(own, fmt.Sprintf("%s %q (%s)", s.key, value, x.config.origin[s.key]))
		}
	}
	file := "no configuration file"
	if x.config.file != "" {
		file = x.config.file
	}
	if len(own) == 0 {
		own = []string{"all as shipped"}
	}
	return []diagnosis{{"settings", stateOK, file + "; " + strings.Join(own, ", "), ""}}
}

// checkFolders tries to write where jishi writes: the store's folder, or what is there of the way to it, and the folder
// for temporary files.
func checkFolders(x examined) []diagnosis {
	var out []diagnosis
	if store := x.store(); store != "" {
		out = append(out, writable("folder of the store", nearestFolder(store), "give yourself the right to write there, or name another folder with --store"))
		if absolute, err := filepath.Abs(store); err == nil {
			out = append(out, x.system.pathRoom(absolute)...)
		}
	}
	return append(out, writable("temporary folder", os.TempDir(), "make it, or name another one in the variable "+x.system.temporaryVariable()))
}

// nearestFolder is the folder, or the next one above it that is there.
func nearestFolder(dir string) string {
	if absolute, err := filepath.Abs(dir); err == nil {
		dir = absolute
	}
	for {
		if _, err := os.Stat(dir); err == nil || filepath.Dir(dir) == dir {
			return dir
		}
		dir = filepath.Dir(dir)
	}
}

// writable makes a file in a folder, renames it, and takes it away, as a build does.
func writable(check, dir, remedy string) diagnosis {
	f, err := os.CreateTemp(dir, "jishi-doctor-*.tmp")
	if err == nil {
		name := f.Name()
		_, err = f.WriteString("x")
		err = errors.Join(err, f.Close())
		if moved := os.Rename(name, name+".tmp"); moved == nil {
			name += ".tmp"
		} else {
			err = errors.Join(err, moved)
		}
		err = errors.Join(err, os.Remove(name))
	}
	if err != nil {
		return diagnosis{check, stateFault, fmt.Sprintf("%s: %v", dir, err), remedy}
	}
	return diagnosis{check, stateOK, dir + " can be written", ""}
}

func checkTerminal(x examined) []diagnosis {
	return []diagnosis{x.system.charset()}
}

// checkMemory compares what is free with what a small store needs.
func checkMemory(x examined) []diagnosis {
	total, free := x.system.memory()
	f := diagnosis{"memory", stateOK, fmt.Sprintf("%s, of which %s are free", sizeWords(total), sizeWords(free)), ""}
	const little = 512 << 20
	switch {
	case total == 0:
		f.state, f.found = stateNote, "this system does not say how much there is"
	case free == 0:
		f.found = sizeWords(total)
	}
	if total > 0 && total < little || free > 0 && free < little {
		f.state, f.remedy = stateNote, "close other programs before you build or ask a large store: it is held in memory"
	}
	return []diagnosis{f}
}

// checkData compiles gazetteers and rules and runs the examples of the user's own rules.
func checkData(x examined) []diagnosis {
	if x.fault != nil {
		return nil
	}
	remedy := "this program is damaged: get it again"
	if x.config.data != "" {
		remedy = fmt.Sprintf("`jishi data lint %s` and `jishi rules check %s` show each fault in its line", x.config.data, x.config.data)
	}
	extractor, err := newExtractor(x.config.values)
	if err != nil {
		return []diagnosis{{"gazetteers and rules", stateFault, err.Error(), remedy}}
	}
	rules := count(len(extractor.Rules()), "rule")
	found := fmt.Sprintf("%s, as shipped", rules)
	if x.config.data != "" {
		found = fmt.Sprintf("%s, overlaid by %s", rules, x.config.data)
	}
	return []diagnosis{{"gazetteers and rules", stateOK, found, ""}}
}

// checkStore reads all of the store.
func checkStore(x examined) []diagnosis {
	store := x.store()
	if store == "" {
		return nil
	}
	h := graph.Examine(store)
	if len(h.Faults) == 1 && errors.Is(h.Faults[0], graph.ErrNoStore) {
		return []diagnosis{{"store", stateNote, store + ": nothing is built there yet", "build it: jishi build FOLDER --store " + shellWord(store)}}
	}
	var out []diagnosis
	if h.Generation > 0 {
		out = append(out, diagnosis{"store", stateOK, fmt.Sprintf("%s: %s, %s; state %d; %s can be had back",
			store, count(h.Documents, "document"), count(h.Facts, "fact"), h.Generation, count(len(h.Whole), "state")), ""})
	}
	for _, err := range h.Faults {
		out = append(out, faultOfStore(err))
	}
	if len(h.Unfinished) > 0 {
		out = append(out, diagnosis{"store", stateNote, "a build was cut short and left " + strings.Join(h.Unfinished, ", "), "nothing need be done: the next build clears it away"})
	}
	if h.Locked != nil {
		f := faultOfStore(h.Locked)
		f.state = stateNote
		out = append(out, f)
	}
	return out
}

func faultOfStore(err error) diagnosis {
	var e *graph.StoreError
	if errors.As(err, &e) {
		return diagnosis{"store", stateFault, e.Dir + ": " + e.Fault, e.Remedy}
	}
	return diagnosis{"store", stateFault, err.Error(), ""}
}

// store is the folder of the store, or "" where the configuration does not say.
func (x examined) store() string {
	if x.config == nil {
		return ""
	}
	return x.config.store
}
