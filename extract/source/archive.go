package source

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"
)

const (
	largestArchive = 96 << 20 // bytes of the files taken from an archive, all together
	largestStream  = 1 << 30  // bytes that a TAR.GZ unpacks to, what is passed over among them
)

// A Member is a file in an archive.
type Member struct {
	Name  string    // with / between folders; where Fault says that it is unfit, as the archive has it
	Body  io.Reader // fails behind 16 MB; nil where there is a fault, or why
	Size  int       // bytes that it says to have, no more than 16 MB
	Fault error     // it cannot be read
	Why   string    // it is no file of its own: a link, a device
}

// errTooMuch stops the reading of an archive that would fill the memory.
var errTooMuch = fmt.Errorf("its files unpack to more than %d MB; unpack it, and give the folder", largestArchive>>20)

var errLargeMember = fmt.Errorf("it unpacks to more than %d MB; unpack the archive, divide it, and give the folder", largestPart>>20)

// IsArchive tells by its bytes whether a file is a ZIP of other files, or a gzip; a DOCX, ODT, EPUB or workbook, each a ZIP
// too, is none.
func IsArchive(r io.ReaderAt, size int64) bool {
	head := make([]byte, 4)
	n, _ := r.ReadAt(head, 0)
	switch head := string(head[:n]); {
	case head == "PK\x03\x04":
		return zipKind(r, size) == Zip
	case strings.HasPrefix(head, "\x1F\x8B"):
		return true
	}
	return false
}

// Members calls do for each file of a ZIP or TAR.GZ, in the archive's order; nothing is written anywhere. do reads of the
// Body what it wants. The error is that of the archive: broken, or larger than can be held; what do was given is then not
// all.
func Members(r io.ReaderAt, size int64, do func(Member)) error {
	head := make([]byte, 2)
	if _, err := r.ReadAt(head, 0); err != nil {
		return fmt.Errorf("it is cut off or broken (%w): copy it again in full", err)
	}
	if string(head) == "PK" {
		return zipMembers(r, size, do)
	}
	return tarMembers(io.NewSectionReader(r, 0, size), do)
}

// body is a member's content; it counts what is taken from the archive.
type body struct {
	limited
	taken *int
}

func (b *body) Read(p []byte) (int, error) {
	if *b.taken > largestArchive {
		return 0, errTooMuch
	}
	n, err := b.limited.Read(p)
	*b.taken += n
	return n, err
}

func zipMembers(r io.ReaderAt, size int64, do func(Member)) error {
	z, err := openZip(r, size)
	if err != nil {
		return err
	}
	taken := 0
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") || strings.HasSuffix(f.Name, `\`) {
			continue
		}
		m := Member{Name: zipName(f), Why: special(f.Mode().IsRegular())}
		if m.Why == "" {
			m.Fault = nameFault(m.Name)
		}
		if m.Fault != nil || m.Why != "" {
			do(m)
			continue
		}
		content, err := openPart(f)
		if m.Fault = err; err != nil {
			do(m)
			continue
		}
		content.fault = errLargeMember
		m.Body, m.Size = &body{content.limited, &taken}, int(min(f.UncompressedSize64, largestPart))
		do(m)
		if err := content.Close(); err != nil && taken <= largestArchive {
			return fmt.Errorf("it is broken at %s (%w): copy it again in full", m.Name, err)
		}
		if taken > largestArchive {
			return errTooMuch
		}
	}
	return nil
}

// gunzip reads gzip streams one after the other, and compares each with its checksum. What stands behind the last one and is
// none, such as the zeros of a tape, is passed over, as gzip does.
type gunzip struct {
	from *bufio.Reader
	z    *gzip.Reader
	over bool // there is no further stream
}

func newGunzip(r io.Reader) (*gunzip, error) {
	from := bufio.NewReader(r)
	z, err := gzip.NewReader(from)
	if err != nil {
		return nil, err
	}
	z.Multistream(false)
	return &gunzip{from: from, z: z}, nil
}

func (g *gunzip) Read(p []byte) (int, error) {
	if g.over {
		return 0, io.EOF
	}
	n, err := g.z.Read(p)
	if err != io.EOF {
		return n, err
	}
	if g.over = g.z.Reset(g.from) != nil; g.over {
		return n, io.EOF
	}
	g.z.Multistream(false)
	return n, nil
}

// ended reads what is left behind a tar's end: with it comes the checksum of all.
func ended(stream *limited) error {
	_, err := io.Copy(io.Discard, stream)
	switch {
	case stream.left <= 0:
		return errTooMuch
	case err != nil:
		return fmt.Errorf("it is cut off or broken (%w): copy it again in full", err)
	}
	return nil
}

func tarMembers(r io.Reader, do func(Member)) error {
	z, err := newGunzip(r)
	if err != nil {
		return fmt.Errorf("it is cut off or broken (%w): copy it again in full", err)
	}
	stream := &limited{z, largestStream, errTooMuch}
	t := tar.NewReader(stream)
	taken := 0
	for n := 0; ; n++ {
		h, err := t.Next()
		switch {
		case err == io.EOF:
			return ended(stream)
		case stream.left <= 0:
			return errTooMuch
		case errors.Is(err, tar.ErrHeader) && n == 0:
			return errors.New("it is no archive but a single packed file; unpack it, and give that")
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			return fmt.Errorf("it is cut off or broken (%w): copy it again in full", err)
		case n >= mostParts:
			return errTooMany
		case h.Typeflag == tar.TypeDir || h.Typeflag == tar.TypeXGlobalHeader:
			continue
		}
		m := Member{Name: h.Name, Why: special(h.Typeflag == tar.TypeReg)}
		if m.Why == "" {
			m.Fault = nameFault(m.Name)
		}
		if m.Fault == nil && m.Why == "" {
			m.Body, m.Size = &body{limited{t, largestPart, errLargeMember}, &taken}, int(min(h.Size, largestPart))
		}
		if do(m); taken > largestArchive {
			return errTooMuch
		}
	}
}

// special says what a member is that is no regular file, "" for one that is.
func special(regular bool) string {
	if regular {
		return ""
	}
	return "a link or a device"
}

// zipName is the name of a member as people see it: Windows in Chinese writes GBK there.
func zipName(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		for _, e := range []Encoding{GB18030, Big5} {
			if decoded, bad := e.decode([]byte(name)); bad < 0 {
				name = decoded
				break
			}
		}
	}
	return strings.ReplaceAll(name, `\`, "/")
}

// nameFault refuses a name that leads out of the archive, and one that names no file.
func nameFault(name string) error {
	clean := path.Clean(name)
	if clean == "." {
		return errors.New("it has no name; unpack the archive, name it, and give the folder")
	}
	if clean == ".." || strings.HasPrefix(clean, "../") || strings.HasPrefix(clean, "/") || len(clean) > 1 && clean[1] == ':' {
		return errors.New("its name leads out of the archive; whoever made that may mean harm")
	}
	return nil
}
