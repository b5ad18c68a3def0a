package source

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// tarOf does as zipOf, but makes a TAR.GZ.
func tarOf(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	g := gzip.NewWriter(&b)
	z := tar.NewWriter(g)
	for i := 0; i < len(files); i += 2 {
		h := &tar.Header{Name: files[i], Size: int64(len(files[i+1])), Mode: 0o600, Typeflag: tar.TypeReg}
		if name, link := strings.CutPrefix(files[i], "@"); link {
			h.Name, h.Typeflag, h.Linkname, h.Size = name, tar.TypeSymlink, files[i+1], 0
		}
		if err := z.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if h.Size > 0 {
			if _, err := io.WriteString(z, files[i+1]); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// halved does as tarOf, but packs the two halves of the tar each for itself.
func halved(t testing.TB, files ...string) []byte {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(tarOf(t, files...)))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, half := range [][]byte{whole[:600], whole[600:]} {
		g := gzip.NewWriter(&b)
		if _, err := g.Write(half); err != nil {
			t.Fatal(err)
		}
		if err := g.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

// told lists what Members gives, a line for each file, and the error of the whole.
func told(raw []byte) []string {
	var out []string
	err := Members(bytes.NewReader(raw), int64(len(raw)), func(m Member) {
		switch {
		case m.Fault != nil:
			out = append(out, m.Name+" FAULT "+m.Fault.Error())
		case m.Why != "":
			out = append(out, m.Name+" PASSED "+m.Why)
		default:
			text, err := io.ReadAll(m.Body)
			if err != nil {
				out = append(out, m.Name+" FAULT "+err.Error())
				return
			}
			out = append(out, fmt.Sprintf("%s %.12s", m.Name, text))
		}
	})
	if err != nil {
		out = append(out, "ERROR "+err.Error())
	}
	return out
}

func TestMembers(t *testing.T) {
	const outside = "its name leads out of the archive; whoever made that may mean harm"
	const nameless = "it has no name; unpack the archive, name it, and give the folder"
	large := strings.Repeat("一", largestPart/3+1)
	for _, c := range []struct {
		name  string
		files []string
		want  []string
	}{
		{"texts", []string{"甲/一.txt", "天", "b.txt", ""}, []string{"甲/一.txt 天", "b.txt "}},
		{"traversal", []string{"../a.txt", "甲", "x/../../b", "乙", "/etc/c", "丙", "x/../d", "丁"}, []string{"../a.txt FAULT " + outside, "x/../../b FAULT " + outside, "/etc/c FAULT " + outside, "x/../d 丁"}},
		{"links", []string{"@l.txt", "/etc/passwd", "a", "甲"}, []string{"l.txt PASSED a link or a device", "a 甲"}},
		{"no name", []string{"", "甲", ".", "乙", "x/..", "丙", "a", "丁"}, []string{" FAULT " + nameless, ". FAULT " + nameless, "x/.. FAULT " + nameless, "a 丁"}},
		{"a bomb beside a text", []string{"bomb.txt", large, "a.txt", "甲"}, []string{"bomb.txt FAULT it unpacks to more than 16 MB; unpack the archive, divide it, and give the folder", "a.txt 甲"}},
	} {
		for kind, pack := range map[string]func(testing.TB, ...string) []byte{"zip": zipOf, "tar.gz": tarOf} {
			if got := told(pack(t, c.files...)); !slices.Equal(got, c.want) {
				t.Errorf("%s, %s: %q, want %q", c.name, kind, got, c.want)
			}
		}
	}
}

func TestArchiveFaults(t *testing.T) {
	whole := zipOf(t, "a.txt", "甲")
	packed := tarOf(t, "a.txt", "甲")
	var single bytes.Buffer
	g := gzip.NewWriter(&single)
	if _, err := io.WriteString(g, strings.Repeat("甲", 1000)); err != nil {
		t.Fatal(err)
	}
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	bombs := make([]string, 0, 14)
	for i := range 7 {
		bombs = append(bombs, fmt.Sprintf("%d.txt", i), strings.Repeat("一", largestPart/3-1))
	}
	locked := bytes.Replace(whole, []byte("PK\x01\x02\x14\x00\x14\x00\x08"), []byte("PK\x01\x02\x14\x00\x14\x00\x09"), 1)
	for _, c := range []struct {
		name string
		raw  []byte
		want string // of the last line
	}{
		{"a ZIP cut off", whole[:len(whole)-30], "ERROR it is cut off or broken"},
		{"a TAR.GZ cut off", packed[:len(packed)/2], "ERROR it is cut off or broken"},
		{"a TAR.GZ without its checksum", packed[:len(packed)-8], "ERROR it is cut off or broken"},
		{"a TAR.GZ with half of it", packed[:len(packed)-3], "ERROR it is cut off or broken"},
		{"a TAR.GZ with a wrong checksum", slices.Concat(packed[:len(packed)-8], []byte{1, 2, 3, 4}, packed[len(packed)-4:]), "ERROR it is cut off or broken (gzip: invalid checksum)"},
		{"a TAR.GZ in two streams", halved(t, "a.txt", "甲"), "a.txt 甲"},
		{"a TAR.GZ with zeros behind", append(slices.Clone(packed), 0, 0, 0), "a.txt 甲"},
		{"a packed file", single.Bytes(), "ERROR it is no archive but a single packed file; unpack it, and give that"},
		{"locked", locked, "a.txt FAULT it is locked by a password"},
		{"many bombs in a ZIP", zipOf(t, bombs...), "ERROR its files unpack to more than 96 MB; unpack it, and give the folder"},
		{"many bombs in a TAR.GZ", tarOf(t, bombs...), "ERROR its files unpack to more than 96 MB; unpack it, and give the folder"},
		{"names as Windows writes them", zipOf(t, "\xd0\xc2\xce\xc5\\3\xd4\xc2.txt", "甲"), "新闻/3月.txt 甲"},
	} {
		got := told(c.raw)
		if len(got) == 0 || !strings.HasPrefix(got[len(got)-1], c.want) {
			t.Errorf("%s: %q, want %q at the end", c.name, got, c.want)
		}
	}
}

func TestIsArchive(t *testing.T) {
	for _, c := range []struct {
		name string
		raw  []byte
		want bool
	}{
		{"ZIP", zipOf(t, "a.txt", "甲"), true}, {"TAR.GZ", tarOf(t, "a.txt", "甲"), true}, {"a text", []byte("PK"), false}, {"nothing", nil, false},
		{"DOCX", zipOf(t, "word/document.xml", "<a/>"), false}, {"workbook", zipOf(t, "xl/workbook.xml", "<a/>"), false}, {"EPUB", zipOf(t, "mimetype", "application/epub+zip"), false},
	} {
		if got := IsArchive(bytes.NewReader(c.raw), int64(len(c.raw))); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// FuzzMembers: whatever an archive holds, reading it ends, and no name leads out of it.
func FuzzMembers(f *testing.F) {
	for _, raw := range [][]byte{zipOf(f, "a.txt", "甲", "../b", "乙"), tarOf(f, "a.txt", "甲", "@l", "x"), []byte("PK\x03\x04"), []byte("\x1F\x8B")} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if !IsArchive(bytes.NewReader(raw), int64(len(raw))) {
			return
		}
		_ = Members(bytes.NewReader(raw), int64(len(raw)), func(m Member) {
			if m.Body == nil {
				return
			}
			if nameFault(m.Name) != nil {
				t.Errorf("%q leads out", m.Name)
			}
			_, _ = io.Copy(io.Discard, m.Body)
		})
	})
}
