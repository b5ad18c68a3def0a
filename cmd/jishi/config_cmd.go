package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func configCommand(e *env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Show each setting and where it comes from",
		Long: `Show each setting and where it comes from.

A flag is stronger than the environment (JISHI_KEY), the environment than the
configuration file, the file than the default. The file is the one that --config
or JISHI_CONFIG names, else ./config.yaml if its first key is jishi; paths in it
count from its folder.`,
		Args: exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := configure(cmd)
			if err != nil {
				return err
			}
			t := table{columns: []string{"key", "value", "from"}}
			for _, key := range settingKeys() {
				t.rows = append(t.rows, []string{key, c.text[key], e.words.title(c.origin[key])})
			}
			if err := t.write(e.out); err != nil {
				return err
			}
			if c.file == "" {
				fmt.Fprintln(e.err, "configuration file: none")
				return nil
			}
			fmt.Fprintf(e.err, "configuration file: %s\n", c.file)
			return nil
		},
	}
	addSettings(cmd, settingKeys()...)
	return cmd
}
