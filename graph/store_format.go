package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"jishi/schema"
)

// A store is a folder:
//
//	jishi-store.json   what it is, and the version of this layout
//	CURRENT            the generation that counts, and the hash of its manifest
//	LOCK               held by a writer
//	FIRST              there only while the first generation is written: without CURRENT, a build that was cut short
//	gen-000007/        manifest.json, graph.nq (canonical N-Quads), texts (the decoded texts, one after the other), and where
//	                   there was one, corrections.yaml (the user's file of corrections as it was then)
//
// A generation is written whole, synced, and never touched again. CURRENT is renamed over last, so that whoever reads
// sees the old generation or the new one.
const (
	markerFile   = "jishi-store.json"
	currentFile  = "CURRENT"
	lockFile     = "LOCK"
	firstFile    = "FIRST"
	manifestFile = "manifest.json"
	graphFile    = "graph.nq"
	textsFile    = "texts"
	fixesFile    = "corrections.yaml"
	temporary    = ".tmp" // ends the name of all that is not finished

	formatVersion   = 1
	keptGenerations = 5
)

// IsStore reports whether a folder says that it is a graph store, whatever its state.
func IsStore(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, markerFile))
	return err == nil && info.Mode().IsRegular()
}

type marker struct {
	Store  string `json:"store"`
	Format int    `json:"format"`
}

// manifest is what a generation says of itself and needs beside the quads.
type manifest struct {
	Format     int                      `json:"format"`
	Generation int                      `json:"generation"`
	Corrected  bool                     `json:"corrected,omitempty"` // by corrections alone it differs from the one before
	Base       string                   `json:"base"`
	Quads      int                      `json:"quads"`
	Graph      fileSum                  `json:"graph"`
	Texts      fileSum                  `json:"texts"`
	Documents  []documentRecord         `json:"documents"` // by id
	Entities   map[string]schema.Entity `json:"entities"`  // descriptions, each under its content's hash
	Rules      map[string]schema.Rule   `json:"rules"`     // by IRI

	Corrections []schema.Correction `json:"corrections,omitempty"`
	Fixes       fileSum             `json:"corrections file,omitzero"` // zero: there was none
}

type fileSum struct {
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// documentRecord is a document with where its text stands and which descriptions of entities it brought.
type documentRecord struct {
	DocumentInfo
	Start, End int64    // in the file of texts
	Built      int      // the generation it was read for
	Entities   []string // keys of manifest.Entities
	Withheld   bool     `json:",omitempty"` // its text is not there: a sign stands for each character
	Read       *asRead  `json:",omitempty"` // where corrections say otherwise

	Parts *schema.Parts `json:",omitempty"` // begin in code points of the text, not bytes
}

// StoreError is a store that cannot be opened or written. Its text names the folder and says what to do.
type StoreError struct {
	Dir, Fault, Remedy string
	Err                error // the cause, or nil
}

// Error is DIR: FAULT: REMEDY.
func (e *StoreError) Error() string { return e.Dir + ": " + e.Fault + "; " + e.Remedy }

// Unwrap gives the cause.
func (e *StoreError) Unwrap() error { return e.Err }

// ErrNoStore is wrapped by the StoreError for a folder in which nothing was built yet.
var ErrNoStore = errors.New("no store")

func noStore(dir, fault string) error {
	return &StoreError{dir, fault, "build one with `jishi build INPUT… --store " + dir + "`, or name another folder", ErrNoStore}
}

func damaged(dir, what string, err error) error {
	return &StoreError{dir, "the store is damaged: " + what,
		"restore the folder from a copy, go back to an earlier state (`jishi history`, `jishi restore N`), or build it again into a new folder", err}
}

// explain gives an error of the file system its remedy.
func explain(dir string, err error) error { return explainOn(runtime.GOOS, dir, err) }

func explainOn(system, dir string, err error) error {
	var store *StoreError
	switch {
	case err == nil || errors.As(err, &store):
		return err
	case full(err):
		return &StoreError{dir, "the disk is full: " + err.Error(), "free some space and run the command again; the store is as it was", err}
	case errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS):
		return &StoreError{dir, "no permission: " + err.Error(), "give yourself the right to read and write there, or name another folder", err}
	case isHeld(system, err):
		return &StoreError{dir, "another program has a file of the store open: " + err.Error(),
			"close it (a virus scanner, or a program that synchronises folders, may hold it for a while) and run the command again", err}
	case errors.Is(err, syscall.ENOTDIR):
		return &StoreError{dir, "this is no folder", "name a folder for the store", err}
	}
	return &StoreError{dir, err.Error(), "see that the folder can be read and written, and run the command again", err}
}

// checkMarker says what kind of folder dir is: nil for a store of ours. A folder that is not there or empty is ErrNoStore.
func checkMarker(dir string) error {
	raw, err := readWhole(filepath.Join(dir, markerFile))
	if errors.Is(err, fs.ErrNotExist) {
		return notMarked(dir)
	}
	if err != nil {
		return explain(dir, err)
	}
	var m marker
	if json.Unmarshal(raw, &m) != nil || m.Store != "jishi" || m.Format < 1 {
		return &StoreError{dir, markerFile + " is not as jishi writes it", "name a folder that jishi built, or a new one", nil}
	}
	if m.Format > formatVersion {
		return &StoreError{dir, fmt.Sprintf("a newer jishi wrote this store (layout %d, this one knows %d)", m.Format, formatVersion),
			"use that version, or build into another folder", nil}
	}
	return nil
}

// notMarked tells an empty folder from one that belongs to somebody else.
func notMarked(dir string) error {
	files, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return noStore(dir, "there is no such folder")
	}
	if err != nil {
		return explain(dir, err)
	}
	for _, f := range files {
		if f.Name() != lockFile && !strings.HasSuffix(f.Name(), temporary) {
			return &StoreError{dir, "this folder is no jishi store (it has no " + markerFile + ")", "name a folder that jishi built, or a new one", nil}
		}
	}
	return noStore(dir, "the folder is empty")
}

func generationDir(dir string, n int) string { return filepath.Join(dir, fmt.Sprintf("gen-%06d", n)) }

// generations lists the finished ones, in no order.
func generations(dir string) ([]int, error) {
	files, err := os.ReadDir(dir)
	var out []int
	for _, f := range files {
		if rest, ok := strings.CutPrefix(f.Name(), "gen-"); ok {
			if n, err := strconv.Atoi(rest); err == nil {
				out = append(out, n)
			}
		}
	}
	return out, err
}

// readCurrent gives the generation that counts and its manifest, checked against its hash. With no pointer and nothing
// that it could have led to, the first build was cut short: ErrNoStore.
func readCurrent(dir string) (int, *manifest, error) {
	raw, err := readWhole(filepath.Join(dir, currentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil, noPointer(dir)
	}
	if err != nil {
		return 0, nil, explain(dir, err)
	}
	number, sum, _ := strings.Cut(strings.TrimSpace(string(raw)), " ")
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || len(sum) != 64 {
		return 0, nil, damaged(dir, currentFile+" is not as jishi writes it", nil)
	}
	raw, err = readWhole(filepath.Join(generationDir(dir, n), manifestFile))
	if errors.Is(err, fs.ErrNotExist) {
		return n, nil, damaged(dir, fmt.Sprintf("half of it is missing: generation %d has no %s", n, manifestFile), err)
	}
	if err != nil {
		return n, nil, explain(dir, err)
	}
	m := &manifest{}
	if hashOf(raw) != sum || json.Unmarshal(raw, m) != nil {
		return n, nil, damaged(dir, fmt.Sprintf("the %s of generation %d is not what was written", manifestFile, n), nil)
	}
	return n, m, nil
}

// noPointer tells a first build that was cut short from a store that has lost its pointer.
func noPointer(dir string) error {
	all, err := generations(dir)
	if err != nil {
		return explain(dir, err)
	}
	_, err = os.Stat(filepath.Join(dir, firstFile))
	unfinished := err == nil && len(all) == 1 && all[0] == 1
	if len(all) > 0 && !unfinished {
		return &StoreError{dir, "half of the store is missing: its pointer " + currentFile + " is gone",
			"restore the folder from a copy, or build it again into a new folder", nil}
	}
	return noStore(dir, "the first build of this store was not finished")
}

func hashOf(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}
