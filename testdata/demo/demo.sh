#!/bin/sh
# The demonstration: `make demo` runs it as demo.sh PROGRAM FOLDER. It builds the graph of the chronicle into a fresh
# folder, and asks the store who did what; every row shows its day and the sentence that says so.
set -eu
jishi=$1
out=$2
store=$out/store
rm -rf "$store"
mkdir -p "$out"

show() { # show QUESTION ARG…: prints the question, the command and its answer
	printf '\n%s\n$ %s' "$1" "$jishi"
	shift
	for word; do printf ' %s' "$word"; done
	printf '\n'
	"$jishi" "$@"
}

show "The chronicle of March 2020, read into a graph (its text gives no year, so we do):" \
	build testdata/chronicle --store "$store" --year 2020 2>&1
show "Whom did Xi Jinping call, and when?" \
	query --name calls 习近平 --store "$store" --columns date,subject,object,sentence
show "Which countries received experts?" \
	query --name experts --store "$store" --columns date,object,subject,sentence
show "Who gave what to whom?" \
	query --name donations --store "$store" --columns date,subject,object,items,sentence
show "What was only promised?" \
	query --name promised --store "$store" --columns date,subject,relation,object,items,sentence

cat <<END

What to type next:
  $jishi query --list
  $jishi query --name engaged 法国 --store $store
  $jishi query --name engaged 塞尔维亚 --store $store --format csv > serbia.csv
  $jishi export --store $store --format graphml > chronicle.graphml
  $jishi build YOUR-TEXT.txt --store my-store
END
