package rule

import (
	"jishi/schema"
	"jishi/schema/datafile"
	"slices"
	"unicode/utf8"
)

// Cues are the words that the engine itself reads: cues of modality, verbs of saying, words that take the day away.
// They are data: cues.yaml.
type Cues struct {
	words  map[string][]cue
	begins firsts // the first characters of all that are more than verbs
}

// firsts are characters of the basic plane, a bit each: most words of a text begin with none of them, and are not looked up.
type firsts [1 << 10]uint64

func (f *firsts) add(word string) {
	r, _ := utf8.DecodeRuneInString(word)
	f[r>>6&(1<<10-1)] |= 1 << (r & 63)
}

func (f *firsts) has(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return f[r>>6&(1<<10-1)]>>(r&63)&1 == 1
}

type cue struct {
	Name  string   `yaml:"name"`
	Kind  string   `yaml:"kind"` // one of cueKinds
	Doc   string   `yaml:"doc"`
	Words []string `yaml:"words"`
}

// cueKinds is what a cue can mean.
func cueKinds() []string {
	return []string{schema.Pledged, schema.Planned, schema.Requested, schema.Negated,
		"invites",      // 欢迎: requested when who is to act stands right behind
		"will",         // 将: pledged in what a side says, planned in what is told
		"ought",        // 应, 要: requested of others, planned for one's own
		"unreal",       // 是否, 如果: no fact at all
		"once-planned", // 原定, 原拟: negated where the sentence says that it did not come to it
		"called-off",   // 改期: what stands before it, a noun behind 的, has not been
		"done",         // 已, 了: what is done is not under an earlier clause's wish
		"undated",      // 始终, 一直: not of the heading's day
		"saying",       // 表示, 强调
		"preposition",  // governs the actor behind it
		"oblique",      // names the other party of what the sentence goes on to tell
		"adjunct",      // ends an adjunct of time: 访华期间, 会谈后
		"source",       // makes the actor before it the source of the news, not one who acts
		"worth",        // the sum behind it is what something is worth, not what is given
		"judges",       // 有利于: makes of the deed before it the subject of a judgement
		"supplies",     // 提供: 为合作提供支持 tells no cooperation
		"discusses",    // 讨论: what stands behind it is only talked about
		"backs",        // 支持: who stands behind it acts, and only with somebody's support
		"lasting",      // 保持, 正在: the deed behind it goes on
		"performs",     // 开展: the deed behind it was done, in what nobody says
		"predicts",     // 必将, 有利于: what its clause names is only expected
		"noun-too",     // 计划: no cue where it is a noun
		"strives",      // 争取: what stands before it says how it is meant
		"lacking",      // 需要, 必要: what its clause names is wanted or judged, not done
		"measure",      // 深度: 拓展合作的深度 is the deed, 加强合作的决心 none
		"furthers",     // 推动: likewise, unless it is the two sides themselves
		"paper",        // 白皮书: the country that such a document's title begins with is 我国 in it
		"undoes",       // 取消: before a clause about a noun it says nothing of that clause
		"thanks",       // 感谢: what is thanked for has been done, and by whom is thanked
		"apposition",   // 作为: what follows says what somebody is
		"member",       // 常任理事国: who stands before it is not meant
		"whole",        // 人民, 方面: who stands before it is meant all the same
		"manner",       // 紧急: between a party and a verb, how it is done
		"compound",     // 能力: a noun before it is no deed
		"persons",      // 负责人: likewise, persons act
		"takes-object", // an actor behind it does not act
		verbal,         // ends the search for a clause's subject
		"condition",    // 如果: a clause that begins with it makes what follows no fact
		"body",         // 企业: 两国企业 are not the two countries
		"about",        // 关于: what stands between it and 的 is a document's matter
		"disaster",     // 地震: the country before it needs help
		"paid",         // 付款: what the sentence tells to be given is sold
		"receives",     // 收到: who acts in its clause is given what follows
		"topic",        // 就, 围绕: begins what people talk about
		"topic-in",     // 在: begins it where a topic-end follows
		"topic-end",    // 问题上, 方面
		"talked-over",  // 交换意见, 达成: what people do about a topic
	}
}

func (c *Cues) add(r datafile.Record) datafile.Problems {
	var v cue
	for _, key := range []string{"relation", "trigger", "pattern", "patterns"} {
		if len(r.Values(key)) > 0 {
			return datafile.Problems{r.Problem(key, "a rule stands among the cues", "put it into a file of another name: all but cues.yaml and cues-ANYTHING.yaml hold rules")}
		}
	}
	if problems := r.Decode(&v); len(problems) > 0 {
		return problems
	}
	if problems := append(r.Unknown("kind", "kind of cue", v.Kind, cueKinds()), checkWords(r, "words", v.Words)...); len(problems) > 0 {
		return problems
	}
	for _, w := range v.Words {
		c.words[w] = append(c.words[w], v)
		c.begins.add(w)
	}
	return nil
}

// has reports whether a word is a cue of a kind.
func (c *Cues) has(word, kind string) bool {
	return (kind == verbal || c.begins.has(word)) && of(c.words[word], kind)
}

// verbal is the kind of the words that end the search for a clause's subject; all verbs are.
const verbal = "verb"

// of reports whether a kind is among those of a word.
func of(cues []cue, kind string) bool {
	for i := range cues {
		if cues[i].Kind == kind {
			return true
		}
	}
	return false
}

// Has reports whether a word is a cue of a kind.
func (c *Cues) Has(word, kind string) bool { return c.has(word, kind) }

// Ahead reports whether a word says that something is wanted or still to come: 愿, 计划, 希望, 将, 应.
func (c *Cues) Ahead(word string) bool {
	if !c.begins.has(word) {
		return false
	}
	for _, v := range c.words[word] {
		switch v.Kind {
		case schema.Pledged, schema.Planned, schema.Requested, "will", "ought":
			return true
		}
	}
	return false
}

// Words are the cues of a kind, sorted.
func (c *Cues) Words(kind string) []string {
	var out []string
	for w := range c.words {
		if c.has(w, kind) {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

// Verbs lets words end the search for a clause's subject.
func (c *Cues) Verbs(words []string) {
	for _, w := range words {
		c.verb(w)
	}
}

// verb lets a rule's trigger end the search for a clause's subject.
func (c *Cues) verb(word string) {
	if !c.has(word, verbal) {
		c.words[word] = append(c.words[word], cue{Name: "trigger", Kind: verbal})
	}
}

// Of names the records that hold a word, each as NAME (KIND), for explanations.
func (c *Cues) Of(word string) []string {
	out := []string{}
	for _, v := range c.words[word] {
		if v.Name != "trigger" { // the triggers of rules, which Verbs and verb add
			out = append(out, v.Name+" ("+v.Kind+")")
		}
	}
	return out
}
