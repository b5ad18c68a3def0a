package main

import "fmt"

// firstSteps are what a newcomer types, and what it is for.
func firstSteps() [][]string {
	return [][]string{
		{"jishi try", "what it gives: a chronicle that it carries, and three questions"},
		{"jishi build FOLDER --store mine", "read your texts: a file, or a folder with all below it"},
		{"jishi query --name engaged 法国 --store mine", "ask: all that France did, and all that was done to it"},
		{"jishi query --list", "which questions are ready to be asked"},
		{"jishi export --store mine -o facts.xlsx", "take all facts to Excel; csv, graphml and others by the ending"},
		{"jishi doctor", "what may keep it from working on this machine"},
		{"jishi help", "all commands; jishi COMMAND --help says more of one"},
	}
}

// welcome is what `jishi` alone prints: what it is, and what to type.
func welcome(e *env) error {
	fmt.Fprintf(e.spoken(), `jishi 记事 %s reads Chinese diplomatic chronicles and official news, and says who
engaged whom, when and how, with the sentence behind each statement.

`, buildVersion())
	return e.writeSteps("to see", firstSteps())
}

// writeSteps prints what to type, and what each is for.
func (e *env) writeSteps(purpose string, steps [][]string) error {
	t := table{columns: []string{"Type", purpose}}
	for _, s := range steps {
		t.rows = append(t.rows, []string{s[0], e.words.say(s[1])})
	}
	return t.write(e.out)
}
