#!/bin/sh
# The demonstration: `make demo` runs it as demo.sh PROGRAM FOLDER. It builds the graph of the chronicle into a fresh
# folder, and asks the store who did what; every row shows its day and the sentence that says so.
set -eu
jishi=$1
out=$2
store=$out/store
rm -rf "$store"
mkdir -p "$out"

zh=
case "${JISHI_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}" in zh*) zh=1 ;; esac

say() { # say ENGLISH CHINESE: the one of the reader's language
	if [ "$zh" ]; then printf '%s' "$2"; else printf '%s' "$1"; fi
}

show() { # show QUESTION ARG…: prints the question, the command and its answer
	printf '\n%s\n$ %s' "$1" "$jishi"
	shift
	for word; do printf ' %s' "$word"; done
	printf '\n'
	"$jishi" "$@"
}

show "$(say "The chronicle of March 2020, read into a graph (its text gives no year, so we do):" "将 2020 年 3 月的大事记读入图谱（文中未写年份，故以 --year 指定）：")" \
	build testdata/chronicle --store "$store" --year 2020 2>&1
show "$(say "Whom did Xi Jinping call, and when?" "习近平何时同谁通过电话？")" \
	query --name calls 习近平 --store "$store" --columns date,subject,object,sentence
show "$(say "Which countries received experts?" "哪些国家接待过专家组？")" \
	query --name experts --store "$store" --columns date,object,subject,sentence
show "$(say "Who gave what to whom?" "谁向谁捐赠了什么？")" \
	query --name donations --store "$store" --columns date,subject,object,items,sentence
show "$(say "What was only promised?" "哪些还只是承诺？")" \
	query --name promised --store "$store" --columns date,subject,relation,object,items,sentence

cat <<END

$(say "What to type next:" "接下来可以输入：")
  $jishi query --list
  $jishi query --name engaged 法国 --store $store
  $jishi query --name engaged 塞尔维亚 --store $store --format csv > serbia.csv
  $jishi export --store $store --format graphml > chronicle.graphml
  $jishi build YOUR-TEXT.txt --store my-store
END
