// Command jishi turns Chinese diplomatic chronicles and official news into a knowledge graph.
//
// This package holds what a user types: commands (a file each), configuration, inputs, and how results and errors are
// shown. Results go to standard output, all else to standard error. Exit status: 0 done; 1 done in part, or a check
// fails, or what is compared differs; 2 not done, and nothing was written; 130 interrupted.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"

	"jishi/schema/datafile"
)

// commands is all that jishi can do, in the order of help.
func commands(e *env) []*cobra.Command {
	return []*cobra.Command{
		tryCommand(e),
		buildCommand(e),
		extractCommand(e),
		inspectCommand(e),
		queryCommand(e),
		dyadsCommand(e),
		exportCommand(e),
		explainCommand(e),
		diffCommand(e),
		sampleCommand(e),
		evalCommand(e),
		correctCommand(e),
		rulesCommand(e),
		dataCommand(e),
		docsCommand(e),
		showCommand(e),
		removeCommand(e),
		historyCommand(e),
		restoreCommand(e),
		packCommand(e),
		openCommand(e),
		citeCommand(e),
		configCommand(e),
		doctorCommand(e),
		versionCommand(e),
		// completion is cobra's own.
	}
}

// The exit statuses.
const (
	exitDone        = 0
	exitPart        = 1
	exitRefused     = 2
	exitInterrupted = 130
)

// env is what commands are given of the world.
type env struct {
	in       io.Reader
	out      *results
	err      io.Writer  // all else
	terminal bool       // whether results go to a terminal
	language string     // english or chinese
	words    phrasebook // of the language; what goes to err is said already
}

// results is standard output. It knows the language, for the titles of tables.
type results struct {
	*bufio.Writer
	words phrasebook
}

// spoken takes results that are words for people, and says them in the language.
func (e *env) spoken() io.Writer { return e.words.to(e.out) }

func newEnv(args []string, in io.Reader, out, errs io.Writer) (*env, error) {
	e := &env{in: in, terminal: isTerminal(out)}
	e.language = languageOf(args, thisMachine(e))
	w, err := wordsOf(e.language)
	e.words, e.err = w, w.to(errs)
	e.out = &results{bufio.NewWriterSize(out, 1<<16), w}
	return e, err
}

func main() {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe fails the write, and run ends quietly
	cobra.MousetrapHelpText, cobra.MousetrapDisplayDuration = doubleClicked, 0
	go endOnInterrupt()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// doubleClicked is what Windows shows to whoever clicks on the program, until he presses Enter.
const doubleClicked = `jishi 记事 在命令行中使用。请按 Win+R，输入 cmd，回车；在打开的窗口中输入 jishi.exe 的路径和命令，例如 jishi try
jishi is typed on a command line: press Win+R, enter cmd, and type the path of jishi.exe and a command, such as jishi try
`

// endOnInterrupt ends at once. A store needs no care: it is the old one until the pointer to the new one is renamed.
func endOnInterrupt() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	if e, err := newEnv(os.Args[1:], nil, io.Discard, os.Stderr); err == nil {
		fmt.Fprintln(e.err, "\njishi: interrupted")
	}
	os.Exit(exitInterrupted)
}

func run(args []string, in io.Reader, out, errs io.Writer) int {
	e, err := newEnv(args, in, out, errs)
	if err != nil {
		return report(e, err)
	}
	root := rootCommand(e)
	root.SetArgs(args)
	err = root.Execute()
	if failed := e.out.Flush(); failed != nil && !isClosedPipe(err) {
		err = errors.Join(err, fmt.Errorf("standard output: %w", failed))
	}
	return report(e, err)
}

func rootCommand(e *env) *cobra.Command {
	root := &cobra.Command{
		Use:   "jishi",
		Short: "Chinese diplomatic chronicles and news as a knowledge graph",
		Long: "jishi reads Chinese diplomatic chronicles and official news, and says who engaged\nwhom, when and how, with the sentence behind each statement." +
			"\n\nExit status: 0 done; 1 done in part (a text of a folder could not be read), or a check\nfails, or what `diff` compares differs; 2 not done, and nothing was written; 130 interrupted.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noSuchCommand,
		RunE:          func(*cobra.Command, []string) error { return welcome(e) },
	}
	root.SetIn(e.in)
	root.SetOut(e.out)
	root.SetErr(e.err)
	root.PersistentFlags().String("config", "", "configuration file (default JISHI_CONFIG, else ./config.yaml if its first key is jishi)")
	root.PersistentFlags().Var(newChoice("", []string{chinese, english}), "lang", "language of help, messages and titles (default: of the locale): zh or en")
	root.AddCommand(commands(e)...)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	e.words.helpIn(root)
	return root
}

func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		var names []string
		for _, c := range cmd.Commands() {
			names = append(names, c.Name())
		}
		if near := datafile.Nearest(args[0], names); near != "" {
			return fmt.Errorf("jishi: no command %q; did you mean `jishi %s`?", args[0], near)
		}
		return fmt.Errorf("jishi: no command %q; `jishi help` lists the commands", args[0])
	}
	return nil
}

// partly is an error beside which the rest was done.
type partly struct{ error }

func (p partly) Unwrap() error { return p.error }

// report prints an error and gives the exit status.
func report(e *env, err error) int {
	switch {
	case err == nil:
		return exitDone
	case isClosedPipe(err):
		return exitDone
	}
	tellError(e.err, err)
	if errors.As(err, &partly{}) {
		return exitPart
	}
	return exitRefused
}

// isClosedPipe reports whether the reader of our output has gone, as `head` does.
func isClosedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) || isClosedPipeOf(runtime.GOOS, err)
}
