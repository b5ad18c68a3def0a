package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestParseConfig(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     map[string]string
		wantErr  []string
	}{
		{name: "empty", in: ""},
		{name: "nothing below", in: "jishi:\n"},
		{name: "null", in: "jishi:\n  year:\n  data: ~\n"},
		{name: "values", in: "# ours\njishi:\n  year: 2019\n  store: s\n  data: /abs\n  base: ''\n", want: map[string]string{"year": "2019", "store": "dir/s", "data": "/abs", "base": ""}},
		{name: "unknown keys", in: "jishi:\n  yaer: 1\n  jobs: 2\n  Store: x\n", wantErr: []string{"dir/c.yaml:2:3: unknown key \"yaer\"; known keys: store", "dir/c.yaml:4:3: unknown key \"Store\""}},
		{name: "unknown beside", in: "jishi:\n  jobs: 2\nother: 1\n", wantErr: []string{"dir/c.yaml:3:1: unknown key \"other\""}},
		{name: "not ours", in: "other: 1\n", wantErr: []string{"dir/c.yaml:1:1: unknown key \"other\"; all settings stand below the one key jishi"}},
		{name: "twice", in: "jishi:\n  jobs: 2\n  jobs: 3\njishi: {}\n", wantErr: []string{"dir/c.yaml:3:3: the key jobs is set twice", "dir/c.yaml:4:1: the key jishi stands twice"}},
		{name: "bad values", in: "jishi:\n  jobs: -1\n  year: many\n  timeout: 3\n  limit: [1]\n  store: ''\n", wantErr: []string{
			"dir/c.yaml:2:9: jobs is \"-1\"; want a whole number", "dir/c.yaml:3:9: year is \"many\"", "dir/c.yaml:4:12: timeout is \"3\"; want a time like 30s", "dir/c.yaml:5:10: the key limit has no plain value", "dir/c.yaml:6:10: store is empty"}},
		{name: "list", in: "- jishi\n", wantErr: []string{"dir/c.yaml:1:1: is no configuration"}},
		{name: "scalar", in: "jishi: 3\n", wantErr: []string{"dir/c.yaml:1:8: the key jishi holds no list of settings"}},
		{name: "syntax", in: "jishi:\n  year: 2019\n bad: [\n", wantErr: []string{"dir/c.yaml:"}},
		{name: "alias", in: "jishi:\n  year: &a 2019\n  limit: *a\n", wantErr: []string{"dir/c.yaml:3:10: the key limit has no plain value"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := parseConfig("dir/c.yaml", []byte(c.in))
			if (err != nil) != (c.wantErr != nil) {
				t.Fatalf("error %v, want %q", err, c.wantErr)
			}
			if err != nil {
				for _, want := range c.wantErr {
					if !strings.Contains(err.Error(), want) {
						t.Errorf("error\n%v\nlacks %q", err, want)
					}
				}
				if n := strings.Count(err.Error(), "\n") + 1; n != len(c.wantErr) {
					t.Errorf("%d faults, want %d:\n%v", n, len(c.wantErr), err)
				}
				return
			}
			if len(got) != len(c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
			for key, want := range c.want {
				if got[key].text != filepath.FromSlash(want) {
					t.Errorf("%s is %q, want %q", key, got[key].text, want)
				}
			}
		})
	}
}

func TestIsOurs(t *testing.T) {
	for in, want := range map[string]bool{
		"jishi:\n": true, "# x\n\n---\njishi: {}": true, "\ufeff\"jishi\": 1": true, "jishi:\n  [broken": true,
		"": false, "jishi\n": false, "a: 1\njishi: 2": false, "  jishi: 1": true, "{jishi: 1}": false, "jishis: 1": false,
	} {
		if got := isOurs([]byte(in)); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

// TestPrecedence: flag over environment over file over default, each shown with its origin.
func TestPrecedence(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "config.yaml", "jishi:\n  year: 2001\n  limit: 7\n  jobs: 1\n")
	t.Setenv("JISHI_LIMIT", "8")
	t.Setenv("JISHI_JOBS", "2")
	t.Setenv("JISHI_BASE", "")
	code, out, errs := jishi(t, "", "config", "--jobs", "3")
	if code != exitDone {
		t.Fatal(errs)
	}
	want := `key          value        from
store        jishi-store  default
data                      default
corrections               default
author                    default
year         2001         config.yaml:2
jobs         3            --jobs
base                      default
timeout      30s          default
limit        8            JISHI_LIMIT
`
	if out != want {
		t.Errorf("got\n%s\nwant\n%s", out, want)
	}
}

func TestConfigFile(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "config.yaml", "server:\n  port: 80\n")
	if code, _, errs := jishi(t, "", "config"); code != exitDone || !strings.Contains(errs, "configuration file: none") {
		t.Errorf("another program's config.yaml was not passed over: %s", errs)
	}
	if err := os.Mkdir("sub", 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, "sub/own.yaml", "jishi:\n  store: graph\n")
	t.Setenv("JISHI_CONFIG", "sub/own.yaml")
	if _, out, _ := jishi(t, "", "config"); !strings.Contains(out, filepath.Join("sub", "graph")) {
		t.Errorf("a path does not count from the file's folder:\n%s", out)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"config", "--config", "none.yaml"}, "none.yaml: no such file or directory; name another file"},
		{[]string{"config", "--config", "config.yaml"}, "config.yaml:1:1: unknown key \"server\""},
		{[]string{"config", "--year", "x"}, "--year"},
	} {
		if code, _, errs := jishi(t, "", c.args...); code != exitRefused || !strings.Contains(errs, c.want) {
			t.Errorf("%v: status %d, %q lacks %q", c.args, code, errs, c.want)
		}
	}
	t.Setenv("JISHI_YEAR", "soon")
	t.Setenv("JISHI_TIMEOUT", "-1s")
	code, _, errs := jishi(t, "", "config")
	if code != exitRefused || !strings.Contains(errs, "JISHI_YEAR: year is \"soon\"") || !strings.Contains(errs, "JISHI_TIMEOUT: timeout is") {
		t.Errorf("status %d: %s", code, errs)
	}
}

// TestShippedConfig: the project's own config.yaml shows every key, in order, with its default.
func TestShippedConfig(t *testing.T) {
	const name = "../../config.yaml"
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	got, err := parseConfig("config.yaml", raw)
	if err != nil {
		t.Fatal(err)
	}
	last := -1
	for _, s := range settings() {
		v, ok := got[s.key]
		if !ok || v.text != s.standard {
			t.Errorf("%s shows %s: %q, the default is %q", name, s.key, v.text, s.standard)
		}
		at := strings.Index(string(raw), "\n  "+s.key+":")
		if at <= last {
			t.Errorf("%s: %s is out of order", name, s.key)
		}
		last = at
	}
	if !isOurs(raw) {
		t.Errorf("%s: the first key is not jishi", name)
	}
}

// FuzzParseConfig: no file makes the reader panic, and what it takes has passed the checks.
func FuzzParseConfig(f *testing.F) {
	for _, seed := range []string{"jishi:\n  year: 2019\n", "jishi: {jobs: 1, store: [x]}", "- a", "jishi:\n\t- x", "a: &a [*a]", "jishi: &x\n  <<: *x\n", "%YAML 1.1\n---\njishi: !!int 3", "jishi:\n  year: 1\n  ? [a]\n  : b\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		isOurs([]byte(in))
		got, err := parseConfig("c.yaml", []byte(in))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "c.yaml:") {
				t.Errorf("error without its file: %v", err)
			}
			return
		}
		for key, v := range got {
			s, ok := findSetting(key)
			if !ok || s.check(v.text) != nil {
				t.Errorf("%s: %q was taken", key, v.text)
			}
		}
	})
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
