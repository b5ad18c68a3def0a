package schema

// The verdicts of a correction.
const (
	Accept = "accept" // the fact is right as it was read
	Reject = "reject" // it is not what the text says
	Amend  = "amend"  // it is, but for some part, which is put right
	Add    = "add"    // the text says it, and it was not read
)

// Verdicts are all verdicts.
func Verdicts() []string { return []string{Accept, Reject, Amend, Add} }

// Correction is what a person has said of a fact: where it comes from and why it is there, is otherwise, or is gone.
type Correction struct {
	ID       string // a Hash of what it says
	Verdict  string
	Fact     string // id of the fact; a rejected one is in the store no longer
	Doc      string
	Read     string // the statement as it was read, in words; "" of an addition
	Sentence string // the words of the text; "" where they are withheld
	Hash     string `json:",omitempty"` // hex SHA-256 of words that are withheld
	Why, By  string
	On       Day
}

// Words is the correction as people read it: amend: WHY (BY, ON).
func (c *Correction) Words() string {
	if c == nil {
		return ""
	}
	return c.Verdict + ": " + c.Why + " (" + c.By + ", " + c.On.String() + ")"
}

// CorrectionRecord is a fact's correction as JSON.
type CorrectionRecord struct {
	Verdict string `json:"verdict"`
	Read    string `json:"read"`
	Why     string `json:"why"`
	By      string `json:"by"`
	On      string `json:"on"`
}

func (c *Correction) record() *CorrectionRecord {
	if c == nil {
		return nil
	}
	return &CorrectionRecord{c.Verdict, c.Read, c.Why, c.By, c.On.String()}
}
