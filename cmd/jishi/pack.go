package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"jishi/graph"
)

// packEnding ends the names of packs.
const packEnding = ".jishi"

func packCommand(e *env) *cobra.Command {
	var out string
	var noText bool
	cmd := &cobra.Command{
		Use:   "pack [STORE]",
		Short: "Put a graph store into one file to send",
		Long: `Put a graph store into one file to send. It holds what the store says now, with the texts;
with --no-text the facts alone, where each passage stands (in characters), and hashes by
which whoever has the text can tell that it is the same. Nothing of this computer goes in:
no folder, no time, no earlier state. The same facts give the same bytes.

What is printed is the file's SHA-256, as sha256sum prints it: tell it to the receiver, who
gives it to ` + "`jishi open --sha256`" + `.`,
		Example: "  jishi pack -o facts.jishi\n  jishi pack graph --no-text -o facts.jishi",
		Args:    atMost(1, "one STORE at most"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			if !strings.HasSuffix(out, packEnding) {
				return usageError(cmd, "name the file to write: -o FILE"+packEnding)
			}
			if len(args) == 1 {
				c.store = args[0]
			}
			return pack(e, c.store, out, !noText)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "FILE.jishi to write")
	cmd.Flags().BoolVar(&noText, "no-text", false, "without the texts, where they are not yours to share")
	addSettings(cmd, "store")
	return cmd
}

func pack(e *env, dir, out string, texts bool) (err error) {
	s, err := graph.Open(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	digest, err := s.Digest()
	if err != nil {
		return err
	}
	sum := sha256.New()
	o := outputFlags{file: out}
	if err := o.write(e, func(w io.Writer) error { return s.Pack(io.MultiWriter(w, sum), texts) }); err != nil {
		return err
	}
	printSum(e, sum, out)
	facts, without := 0, 0
	for _, d := range s.Documents() {
		facts += d.Facts
		if !texts || s.Withheld(d.ID) {
			without++
		}
	}
	fmt.Fprintf(e.err, "packed %s, %s; %s; data set %s\n", count(len(s.Documents()), "document"), count(facts, "fact"), textWords(len(s.Documents()), without), digest)
	return nil
}

// printSum prints a file's hash as sha256sum does, so that `sha256sum -c` takes it.
func printSum(e *env, sum hash.Hash, file string) {
	fmt.Fprintf(e.out, "%s  %s\n", hex.EncodeToString(sum.Sum(nil)), file)
}

func textWords(documents, without int) string {
	switch without {
	case 0:
		return "with all texts"
	case documents:
		return "without texts"
	}
	return fmt.Sprintf("%s without text", count(without, "document"))
}

func openCommand(e *env) *cobra.Command {
	var want string
	cmd := &cobra.Command{
		Use:   "open FILE.jishi",
		Short: "Make a graph store of a file that somebody sent",
		Long: `Make a graph store of a file that ` + "`jishi pack`" + ` wrote. All that it holds is compared with its
hashes before anything is written. With --sha256 the file itself is compared with what the
sender was told. A folder that holds a store already is left alone.`,
		Example: "  jishi open facts.jishi\n  jishi open facts.jishi --store theirs --sha256 HASH",
		Args:    exactly(1, "one FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			return openPack(e, args[0], c.store, want)
		},
	}
	cmd.Flags().StringVar(&want, "sha256", "", "the file's SHA-256 as the sender was told it")
	addSettings(cmd, "store")
	return cmd
}

func openPack(e *env, path, dir, want string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%s: cannot be read: %w", path, reason(err))
	}
	defer f.Close()
	sum := sha256.New()
	size, err := io.Copy(sum, f)
	if err != nil {
		return fmt.Errorf("%s: cannot be read: %w", path, reason(err))
	}
	if got := hex.EncodeToString(sum.Sum(nil)); want != "" && !strings.EqualFold(strings.TrimSpace(want), got) {
		return fmt.Errorf("%s: its SHA-256 is %s, not %s; it is not the file that was sent: ask for it again", path, got, want)
	}
	change, err := graph.Unpack(path, f, size, dir)
	if err != nil {
		return err
	}
	s, err := graph.Open(dir)
	if err != nil {
		return err
	}
	digest, err := s.Digest()
	without := 0
	for _, d := range s.Documents() {
		if s.Withheld(d.ID) {
			without++
		}
	}
	if err := errors.Join(err, s.Close()); err != nil {
		return err
	}
	printSum(e, sum, path)
	fmt.Fprintf(e.err, "opened as %s, as it was packed; %s; %s; data set %s\n", dir, holdings(change, false), textWords(change.Documents, without), digest)
	return nil
}
