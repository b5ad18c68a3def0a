package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"jishi/extract"
)

func dataWriteCommand(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "write DIR [FILE…]",
		Short: "Lay the ontology, the gazetteers and the rules out in a folder, to be edited",
		Long: `Lay the ontology, the gazetteers and the rules out in a folder, to be edited: the folder that
--data takes, with FORMAT.md where the keys are described. With FILEs, these alone, by their
names: leaders, rules/aid. What is there already is not touched, and then nothing is written.

What a file in the folder has lies over what ships, record by record. Records that you leave
as they are can go: those of a later version then come through.`,
		Example: "  jishi data write mine\n  jishi data write mine leaders organizations\n  jishi data lint mine",
		Args:    atLeast(1, "a DIR to write to"),
		RunE:    func(_ *cobra.Command, args []string) error { return writeData(e, args[0], args[1:]) },
	}
}

func writeData(e *env, dir string, names []string) error {
	all, err := extract.Shipped()
	if err != nil {
		return err
	}
	files, err := wanted(all, names)
	if err != nil {
		return err
	}
	var faults []error
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if _, err := os.Lstat(path); err == nil {
			faults = append(faults, fmt.Errorf("%s: is there already, and may hold your work; name another folder, or the FILEs that you want", path))
		}
	}
	if len(faults) > 0 {
		return errors.Join(faults...)
	}
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return fmt.Errorf("%s: cannot be made: %w", filepath.Dir(path), reason(err))
		}
		if err := writeNew(path, f.Text); err != nil {
			return fmt.Errorf("%s: cannot be written: %w", path, reason(err))
		}
		fmt.Fprintln(e.out, path)
	}
	fmt.Fprintf(e.err, "%s; edit them, look at them with `jishi data lint %s` and `jishi rules check %s`, and read texts with --data %s\n", count(len(files), "file"), dir, dir, dir)
	return nil
}

// wanted picks the files of some names; of none, all.
func wanted(all []extract.ShippedFile, names []string) ([]extract.ShippedFile, error) {
	if len(names) == 0 {
		return all, nil
	}
	picked := map[string]bool{}
	var faults []error
	for _, name := range names {
		found := false
		for _, f := range all {
			short := strings.TrimSuffix(f.Name, ".yaml")
			if name == f.Name || name == short || name == filepath.Base(f.Name) || name == filepath.Base(short) {
				picked[f.Name], found = true, true
				picked[filepath.ToSlash(filepath.Join(filepath.Dir(f.Name), "FORMAT.md"))] = true
			}
		}
		if !found {
			faults = append(faults, fmt.Errorf("%s: no such file ships; there are %s", name, strings.Join(fileNames(all), ", ")))
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(f extract.ShippedFile) bool { return !picked[f.Name] }), errors.Join(faults...)
}

func fileNames(all []extract.ShippedFile) []string {
	var out []string
	for _, f := range all {
		if name, ok := strings.CutSuffix(f.Name, ".yaml"); ok {
			out = append(out, name)
		}
	}
	return out
}
