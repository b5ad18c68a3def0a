package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"jishi/graph"
)

// diagnosis is one thing that `jishi doctor` has looked at.
type diagnosis struct {
	check, state, found string
	remedy              string // what to do; "" where nothing need be done
}

// The states of a diagnosis.
const (
	stateOK    = "ok"
	stateNote  = "note"  // worth knowing
	stateFault = "fault" // something will not work
)

// examined is what the checks are given.
type examined struct {
	config *configuration
	fault  error // of the configuration
	system machine
}

// checks is all that doctor looks at, in the order in which it tells.
func checks() []func(examined) []diagnosis {
	return []func(examined) []diagnosis{
		checkVersion,
		checkSettings,
		checkFolders,
		checkTerminal,
		checkMemory,
		checkData,
		checkStore,
	}
}

func doctorCommand(e *env) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Say what may keep jishi from working on this machine",
		Long: `Say what may keep jishi from working on this machine: versions, settings, folders that
must be writable, the encoding of the terminal, memory, the gazetteers and rules of --data,
and all that is wrong with the store, every state of it.

A note is worth knowing, a fault keeps something from working; each says what to do. Send
what it prints along when you ask for help. Exit status 1 when there is a fault.`,
		Example: "  jishi doctor\n  jishi doctor --store mine --json",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			x := examined{system: thisMachine(e)}
			x.config, x.fault = configure(cmd)
			var found []diagnosis
			for _, check := range checks() {
				found = append(found, check(x)...)
			}
			format := "table"
			if asJSON {
				format = "json"
			}
			if err := writeRows(e.out, format, diagnosisRows(e.words, found, asJSON)); err != nil {
				return err
			}
			return faultsOf(found)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	addSettings(cmd, "store", "data", "year", "base")
	return cmd
}

// diagnosisRows makes a row of each diagnosis; for people, it is in their language, and what to do stands in a row below.
func diagnosisRows(w phrasebook, all []diagnosis, asJSON bool) graph.Rows {
	if asJSON {
		rows := graph.Rows{Columns: []string{"check", "state", "found", "remedy"}}
		for _, f := range all {
			rows.Rows = append(rows.Rows, []any{f.check, f.state, f.found, f.remedy})
		}
		return rows
	}
	rows := graph.Rows{Columns: []string{"check", "state", "found"}}
	for _, f := range all {
		rows.Rows = append(rows.Rows, []any{w.title(f.check), w.title(f.state), w.say(f.found)})
		if f.remedy != "" {
			rows.Rows = append(rows.Rows, []any{"", "", "→ " + w.say(f.remedy)})
		}
	}
	return rows
}

// faultsOf is the error of a machine on which something will not work, or nil.
func faultsOf(all []diagnosis) error {
	n := 0
	for _, f := range all {
		if f.state == stateFault {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return partly{errors.New(count(n, "fault"))}
}

func sizeWords(bytes uint64) string { return fmt.Sprintf("%.1f GB", float64(bytes)/(1<<30)) }
