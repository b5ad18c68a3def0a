package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Result is one line of output: a fact or a mention. Its fields are read leniently, since it may come from another
// program: a field of an unexpected type counts as unknown.
type Result struct{ fields map[string]any }

// ReadResults reads JSON Lines; name is what errors call the file. All faulty lines are told at once.
func ReadResults(name string, r io.Reader) ([]Result, error) {
	var out []Result
	var faults []error
	in := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			res, fault := parseResult(line)
			if fault != nil {
				faults = append(faults, fmt.Errorf("%s:%d: %w", name, n, fault))
			}
			out = append(out, res)
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return out, errors.Join(faults...)
}

func parseResult(line []byte) (Result, error) {
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return Result{}, fmt.Errorf("is not JSON: %w", err)
	}
	if rest, err := io.ReadAll(d.Buffered()); err != nil || len(bytes.TrimSpace(rest)) > 0 {
		return Result{}, errors.New("has more than one JSON value in a line: write one object a line")
	}
	fields, ok := v.(map[string]any)
	if !ok {
		return Result{}, errors.New("is not a JSON object")
	}
	for _, key := range []string{"subject", "object", "evidence", "attributes"} {
		if _, ok := fields[key].(map[string]any); !ok && truthy(fields[key]) {
			return Result{}, fmt.Errorf("%s is not an object", key)
		}
	}
	return Result{fields}, nil
}

func (r Result) has(key string) bool {
	_, ok := r.fields[key]
	return ok
}

// text is a field's string; empty when it is missing or something else.
func (r Result) text(key string) string {
	s, _ := r.fields[key].(string)
	return s
}

// raw tells apart what text does not: a missing or null field, an empty string, a number.
func (r Result) raw(key string) string { return fmt.Sprintf("%T %v", r.fields[key], r.fields[key]) }

// node is a field that is an object with something in it, or nil.
func (r Result) node(key string) *Result {
	m, _ := r.fields[key].(map[string]any)
	if len(m) == 0 {
		return nil
	}
	return &Result{m}
}

func (r Result) relation() string { return word(r.fields["relation"]) }

func (r Result) foldedType() string { return foldedType(word(r.fields["type"])) }

// attribute gives the different values of an attribute, of an item its name.
func (r Result) attribute(key string) []string {
	attributes := r.node("attributes")
	if attributes == nil || !attributes.has(key) {
		return nil
	}
	values, ok := attributes.fields[key].([]any)
	if !ok {
		values = []any{attributes.fields[key]}
	}
	var out names
	for _, v := range values {
		if m, ok := v.(map[string]any); ok {
			v = m["name"]
		}
		if w := word(v); !out.has(w) {
			out = append(out, w)
		}
	}
	return out
}

// word writes a value as the scorer of testdata/gold does.
func word(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case string:
		return v
	}
	return fmt.Sprint(v)
}

// truthy: not null, false, zero or empty.
func truthy(v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case bool:
		return v
	case string:
		return v != ""
	case json.Number:
		return strings.Trim(v.String(), "-0.") != ""
	case []any:
		return len(v) > 0
	case map[string]any:
		return len(v) > 0
	}
	return true
}

// String shows the result in a line, for notes.
func (r Result) String() string {
	if !r.has("relation") {
		return fmt.Sprintf("%s %s %s (%s)", r.text("entry"), r.text("type"), r.text("name"), r.text("mention"))
	}
	name := func(key string) string {
		if n := r.node(key); n != nil {
			return n.text("name")
		}
		return "–"
	}
	evidence := ""
	if e := r.node("evidence"); e != nil {
		evidence = e.text("text")
	}
	return fmt.Sprintf("%s %s %s %s %s [%s] %s", r.text("entry"), r.text("date"), name("subject"), r.text("relation"), name("object"), r.text("modality"), evidence)
}
