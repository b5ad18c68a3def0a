package extract

import (
	"strings"

	"jishi/schema"
)

// origin is where those who are meant by a referring expression come from, for explanations: at most two actors.
type origin struct {
	how       string
	one, more *actor
}

// refer finds who is meant by m, given the country and the person named last.
func (r *reading) refer(m schema.Mention, last, person *actor) ([]schema.Mention, origin) {
	switch m.Refer.Kind {
	case schema.ReferSide:
		return r.side(m)
	case schema.ReferOwn:
		return r.ownBody(m)
	case schema.ReferRegion:
		return r.region(m)
	case schema.ReferBoth:
		return r.both(m)
	case schema.ReferFormer:
		return r.former(m)
	case schema.ReferLatter:
		return r.latter(m)
	case schema.ReferBothLeaders:
		return r.bothLeaders(m.Name)
	case schema.ReferOther:
		return r.theOther(m)
	case schema.ReferAddressee:
		return r.spokenTo(m)
	case schema.ReferSpeaker:
		return r.speakerOwn(m)
	case schema.ReferPerson:
		return r.he(m, person)
	case schema.ReferMeeting:
		return r.thatMeeting(m)
	case schema.ReferThatOrganization:
		if found := r.thatOrganization(m); found != nil {
			return []schema.Mention{found.bare()}, origin{how: "the organization named last", one: found}
		}
	case schema.ReferStricken:
		return r.stricken(last)
	case schema.ReferThat:
		if who := r.asking(m); who != nil {
			return r.countryOf(*who), origin{how: "the country of the one who asks", one: who}
		}
		if last != nil {
			return r.countryOf(*last), origin{how: "the country named last", one: last}
		}
	}
	return nil, origin{}
}

// region is 特区政府 at the begin of a clause: who supports one is too often nobody known.
func (r *reading) region(m schema.Mention) ([]schema.Mention, origin) {
	if !r.begins(m) {
		return nil, origin{}
	}
	m.Refer.Among, m.Refer.Default = []string{"HK", "MO"}, "HK"
	return r.side(m)
}

// both is 两国, 双方: a list before it, else the two sides.
func (r *reading) both(m schema.Mention) ([]schema.Mention, origin) {
	if two := r.listBefore(m); two != nil {
		return two, origin{how: "the two of a list before it"}
	}
	return r.bothSides(m)
}

func (r *reading) former(m schema.Mention) ([]schema.Mention, origin) {
	if two := r.twoBefore(m); two != nil {
		return two[:1], origin{how: "the first of the two whom the sentence names before it"}
	}
	return nil, origin{}
}

func (r *reading) latter(m schema.Mention) ([]schema.Mention, origin) {
	if two := r.twoBefore(m); two != nil {
		return two[1:], origin{how: "the second of the two whom the sentence names before it"}
	}
	for _, two := range [][]actor{r.scene.sides, r.scene.pair} {
		if len(two) == 2 {
			return []schema.Mention{two[1].bare()}, origin{how: "the second of the two named last", one: &two[1]}
		}
	}
	return nil, origin{}
}

// bothLeaders is 两国元首: the two who talk, else the only two who hold an office. Where they hold another (两国元首, while two ministers
// talk) nobody knows who is meant.
func (r *reading) bothLeaders(word string) ([]schema.Mention, origin) {
	if s := r.scene.sides; len(s) == 2 && s[0].Type == "leader" && s[1].Type == "leader" {
		if !r.canBe(s[0].Mention, word) || !r.canBe(s[1].Mention, word) {
			return r.twoHeads(word), origin{how: "the only two holders of such an office that the entry names"}
		}
		return []schema.Mention{s[0].bare(), s[1].bare()}, origin{"the two persons of the call, meeting or letter", &s[0], &s[1]}
	}
	if strings.HasSuffix(word, "外长") || strings.HasSuffix(word, "防长") {
		if both, how := r.bothSides(schema.Mention{Name: "双方"}); both != nil && r.twoBearers() == nil {
			return both, how
		}
	}
	if found := r.twoBearers(); found != nil && r.canBe(found[0], word) && r.canBe(found[1], word) {
		return found, origin{how: "the only two holders of an office that the entry names"}
	}
	return nil, origin{}
}

// theOther is 对方.
func (r *reading) theOther(m schema.Mention) ([]schema.Mention, origin) {
	if other := r.addressee(); other != nil {
		return r.countryOf(*other), origin{how: "the side that the speaker speaks to", one: other}
	}
	if other := r.acrossFrom(m); other != nil {
		return r.countryOf(*other), origin{how: "the other of the two sides", one: other}
	}
	return nil, origin{}
}

// spokenTo is 贵国, 您.
func (r *reading) spokenTo(m schema.Mention) ([]schema.Mention, origin) {
	switch other := r.addressee(); {
	case other == nil:
		return nil, origin{}
	case isState(m.Name):
		return r.countryOf(*other), origin{how: "the country of the one who is spoken to", one: other}
	default:
		return []schema.Mention{other.bare()}, origin{how: "the one who is spoken to", one: other}
	}
}

// speakerOwn is 我, 我方, 我国: of who speaks; where nobody does, 我国 is of who writes.
func (r *reading) speakerOwn(m schema.Mention) ([]schema.Mention, origin) {
	switch sp := r.scene.speaker; {
	case sp == nil && (m.Name == "我国" || m.Name == "我国政府"):
		return r.country(r.writers()), origin{how: "the country of those who write"}
	case sp == nil:
		return nil, origin{}
	case m.Name == "我" && sp.Type == "leader":
		return []schema.Mention{sp.bare()}, origin{how: "the one who speaks", one: sp}
	default:
		return r.countryOf(*sp), origin{how: "the side of the one who speaks", one: sp}
	}
}

// ownBody is 本会 in the papers of an organization, by whose name the title begins.
func (r *reading) ownBody(m schema.Mention) ([]schema.Mention, origin) {
	if r.home == nil || r.home.Type != "organization" {
		return nil, origin{}
	}
	own := actor{Mention: r.home.Mention}.bare()
	own.At, own.By = m.At, "reference"
	return []schema.Mention{own}, origin{how: "the organization whose document it is"}
}

// stricken is 灾区, 疫区: the country named last; not the writers' own, who in 中方已援助，国际社会要向疫区提供更多物资 are the helpers.
func (r *reading) stricken(last *actor) ([]schema.Mention, origin) {
	if at := r.struck(); at != nil && at.Country != schema.Home {
		return r.country(at.Country), origin{how: "the country that the disaster struck", one: at}
	}
	if last == nil || last.Country == schema.Home {
		return nil, origin{}
	}
	return r.countryOf(*last), origin{how: "the country named last", one: last}
}

// calledSo is the meeting told last whose name ends with a word that says of what kind it is (峰会, 对话会); nil for a word that any can be called.
func (r *reading) calledSo(word string) *actor {
	switch word {
	case "会议", "大会", "会", "活动", "仪式", "典礼":
		return nil
	}
	for i := len(r.scene.meetings) - 1; i >= 0; i-- {
		if a := r.scene.meetings[i]; strings.HasSuffix(a.Name, word) {
			return a
		}
	}
	return nil
}

// thatMeeting is 会议, 仪式: the meeting named last; not its opening where the word is one for the whole.
func (r *reading) thatMeeting(m schema.Mention) ([]schema.Mention, origin) {
	found := r.meeting
	if a := r.scene.assembly; a != nil && found != nil && isCeremony(found.Name) && (m.Name == "会议" || m.Name == "大会") { // 开幕式…。会议由…主持
		found = a
	}
	if a := r.calledSo(m.Name); a != nil && found != nil && !strings.HasSuffix(found.Name, m.Name) && (!strings.Contains(found.Name, m.Name) || a == r.scene.meetings[0]) {
		found = a
	}
	if found != nil {
		whole := found.bare()
		if now := r.scene.now; now != nil && !beginsCeremony(now.Text[m.At.End:]) {
			whole = wholeOf(whole, m.Name)
		}
		return []schema.Mention{whole}, origin{how: "the meeting named last", one: found}
	}
	m.Type, m.Entity, m.Refer = "meeting", "-/"+m.Name, schema.Reference{} // there was one, whatever it is called
	return []schema.Mention{m}, origin{how: "a meeting that the text does not name"}
}
