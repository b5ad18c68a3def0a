package main

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

func testPrograms() []program {
	common := debug.Module{Path: "example.org/common", Version: "v1.2.0", Sum: "h1:abc="}
	renamed := debug.Module{Path: "example.org/old", Version: "v1.0.0", Replace: &debug.Module{Path: "example.org/New_one", Version: "v2.0.0+incompatible", Sum: "h1:def="}}
	info := func(deps ...*debug.Module) *debug.BuildInfo {
		return &debug.BuildInfo{GoVersion: "go1.26.8", Main: debug.Module{Path: "jishi", Version: "v0.1.0"}, Deps: deps,
			Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "0123abcd"}, {Key: "vcs.time", Value: "2020-03-26T12:00:00Z"}, {Key: "vcs.modified", Value: "true"}}}
	}
	return []program{
		{"jishi-linux-amd64", strings.Repeat("1", 64), info(&common)},
		{"jishi-windows-amd64.exe", strings.Repeat("2", 64), info(&common, &renamed)},
	}
}

// TestDescribe: each program depends on what it holds, and on nothing that is not listed; a module of two programs is
// listed once.
func TestDescribe(t *testing.T) {
	d := describe(testPrograms())
	var ids []string
	for _, p := range d.Packages {
		ids = append(ids, p.ID)
	}
	want := []string{"SPDXRef-program-jishi-linux-amd64", "SPDXRef-program-jishi-windows-amd64.exe",
		"SPDXRef-module-example.org-New-one-v2.0.0-incompatible", "SPDXRef-module-example.org-common-v1.2.0", "SPDXRef-module-stdlib-1.26.8"}
	if !slices.Equal(ids, want) {
		t.Errorf("packages %q", ids)
	}
	legal := regexp.MustCompile(`^SPDXRef-[A-Za-z0-9.-]+$`)
	holds := map[string]int{}
	for _, r := range d.Relationships {
		if r.From != d.ID && !slices.Contains(ids, r.From) || !slices.Contains(ids, r.To) || !legal.MatchString(r.To) {
			t.Errorf("%+v leads nowhere", r)
		}
		if r.Type == "DEPENDS_ON" {
			holds[r.From]++
		}
	}
	if holds[want[0]] != 2 || holds[want[1]] != 3 {
		t.Errorf("modules held: %v", holds)
	}
	if p := d.Packages[0]; p.Comment != "commit 0123abcd, with changes" || p.Checksums[0].Value != strings.Repeat("1", 64) || p.Version != "v0.1.0" {
		t.Errorf("%+v", p)
	}
	if p := d.Packages[2]; p.Refs[0].Locator != "pkg:golang/example.org/New_one@v2.0.0%2Bincompatible" || p.Comment != "go.sum h1:def=" {
		t.Errorf("%+v", p)
	}
	if d.Creation.Created != "2020-03-26T12:00:00Z" {
		t.Errorf("created %s", d.Creation.Created)
	}
}

// TestRun reads a real program: this test.
func TestRun(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := run([]string{self}, out); err != nil {
			t.Fatal(err)
		}
	}
	if first.String() != second.String() {
		t.Error("two runs differ")
	}
	var d document
	if err := json.Unmarshal(first.Bytes(), &d); err != nil || d.Packages[0].Name != "jishi" || len(d.Packages[0].Checksums[0].Value) != 64 {
		t.Errorf("%v %+v", err, d.Packages)
	}
}

func TestRunFaults(t *testing.T) {
	text := t.TempDir() + "/text"
	if err := os.WriteFile(text, []byte("no program"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		paths []string
		want  string
	}{{nil, "usage: sbom PROGRAM"}, {[]string{text + "x"}, text + "x"}, {[]string{text}, "is no program that Go built"}} {
		if err := run(c.paths, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v", c.paths, err)
		}
	}
}
