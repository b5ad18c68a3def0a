package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(inEnglish{m}, map[string]func(){"jishi": main, "measured": measured})
}

// inEnglish runs the tests in English, wherever that is. Programs that they start are told by them.
type inEnglish struct{ *testing.M }

// Run runs the tests.
func (m inEnglish) Run() int {
	os.Setenv("JISHI_LANG", english)
	return m.M.Run()
}

// measured is jishi, and tells last how much memory it has taken at most: what the system tells of a program counts the one
// that started it.
func measured() {
	code := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		status = []byte(err.Error())
	}
	os.Stderr.Write(status)
	os.Exit(code)
}

// TestScripts runs testdata/script: what a user could type, and what he should see. With UPDATE_SCRIPTS=1 it writes what
// the commands print into the scripts.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	goSettings := map[string]string{}
	for _, key := range []string{"GOCACHE", "GOPATH", "GOMODCACHE", "GOPROXY", "GOFLAGS"} {
		goSettings[key] = goEnv(t, key)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"status": status},
		Setup: func(env *testscript.Env) error {
			env.Setenv("ROOT", root)
			env.Setenv("JISHI_LANG", english)
			env.Setenv("CHRONICLE", filepath.Join(root, "testdata/chronicle/2020-03-23--31.txt"))
			env.Setenv("GOLD", filepath.Join(root, "testdata/gold"))
			for key, value := range goSettings {
				env.Setenv(key, value)
			}
			return nil
		},
	})
}

// jishi runs a command within this process.
func jishi(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

// status runs a program and wants its exit status: status N PROGRAM ARG….
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N PROGRAM ARG…")
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("status %d, want %s", got, args[0])
	}
}

// goEnv is what Go's own settings are, for scripts that call make.
func goEnv(t *testing.T, key string) string {
	t.Helper()
	out, err := exec.Command("go", "env", key).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}
