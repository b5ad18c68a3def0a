// Command sbom writes the bill of materials of built programs: which modules they hold, in SPDX 2.3 as JSON.
//
//	go run ./sbom PROGRAM… > jishi.spdx.json
//
// All is read from what Go notes in a program when it builds it, so that the list is of what is really in there. The same
// programs give the same bytes.
package main

import (
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func run(paths []string, out io.Writer) error {
	if len(paths) == 0 {
		return errors.New("usage: sbom PROGRAM… > FILE.spdx.json")
	}
	var all []program
	for _, path := range paths {
		p, err := read(path)
		if err != nil {
			return err
		}
		all = append(all, p)
	}
	doc, err := json.MarshalIndent(describe(all), "", "  ")
	if err != nil {
		return err
	}
	_, err = out.Write(append(doc, '\n'))
	return err
}

// program is a built program.
type program struct {
	file   string // its name, without folder
	sha256 string // hex
	info   *buildinfo.BuildInfo
}

func read(path string) (program, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return program{}, err
	}
	info, err := buildinfo.ReadFile(path)
	if err != nil {
		return program{}, fmt.Errorf("%s: is no program that Go built: %w; give what `make dist` built", path, err)
	}
	sum := sha256.Sum256(raw)
	return program{filepath.Base(path), hex.EncodeToString(sum[:]), info}, nil
}
