package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
)

// document is an SPDX document, as far as we fill it in.
type document struct {
	Version       string         `json:"spdxVersion"`
	Licence       string         `json:"dataLicense"`
	ID            string         `json:"SPDXID"`
	Name          string         `json:"name"`
	Namespace     string         `json:"documentNamespace"`
	Creation      creation       `json:"creationInfo"`
	Packages      []pkg          `json:"packages"`
	Relationships []relationship `json:"relationships"`
}

type creation struct {
	Created  string   `json:"created"`
	Creators []string `json:"creators"`
}

type pkg struct {
	ID        string      `json:"SPDXID"`
	Name      string      `json:"name"`
	Version   string      `json:"versionInfo,omitempty"`
	File      string      `json:"packageFileName,omitempty"`
	Purpose   string      `json:"primaryPackagePurpose"`
	Location  string      `json:"downloadLocation"`
	Analyzed  bool        `json:"filesAnalyzed"`
	Concluded string      `json:"licenseConcluded"`
	Declared  string      `json:"licenseDeclared"`
	Copyright string      `json:"copyrightText"`
	Checksums []checksum  `json:"checksums,omitempty"`
	Refs      []reference `json:"externalRefs,omitempty"`
	Comment   string      `json:"comment,omitempty"`
}

type checksum struct {
	Algorithm string `json:"algorithm"`
	Value     string `json:"checksumValue"`
}

type reference struct {
	Category string `json:"referenceCategory"`
	Type     string `json:"referenceType"`
	Locator  string `json:"referenceLocator"`
}

type relationship struct {
	From string `json:"spdxElementId"`
	Type string `json:"relationshipType"`
	To   string `json:"relatedSpdxElement"`
}

// unsaid stands where nobody has looked: licences of modules are in the modules themselves.
const unsaid = "NOASSERTION"

// describe lists the programs, the modules that any of them holds, and which holds which.
func describe(programs []program) document {
	d := document{Version: "SPDX-2.3", Licence: "CC0-1.0", ID: "SPDXRef-DOCUMENT", Name: "jishi",
		Creation: creation{Created: "1970-01-01T00:00:00Z", Creators: []string{"Tool: jishi-sbom"}}}
	modules := map[string]pkg{}
	sums := sha256.New()
	for _, p := range programs {
		sums.Write([]byte(p.sha256))
		if at := setting(p.info, "vcs.time"); at != "" { // the clock would make every run another one
			d.Creation.Created = at
		}
		self := programPackage(p)
		d.Packages = append(d.Packages, self)
		d.Relationships = append(d.Relationships, relationship{d.ID, "DESCRIBES", self.ID})
		for _, m := range modulesOf(p.info) {
			modules[m.ID] = m
			d.Relationships = append(d.Relationships, relationship{self.ID, "DEPENDS_ON", m.ID})
		}
	}
	d.Namespace = "https://spdx.org/spdxdocs/jishi-" + hex.EncodeToString(sums.Sum(nil))
	listed := make([]pkg, 0, len(modules))
	for _, m := range modules {
		listed = append(listed, m)
	}
	slices.SortFunc(listed, func(a, b pkg) int { return cmp.Compare(a.ID, b.ID) })
	d.Packages = append(d.Packages, listed...)
	return d
}

func programPackage(p program) pkg {
	comment := "commit " + cmp.Or(setting(p.info, "vcs.revision"), "unknown")
	if setting(p.info, "vcs.modified") == "true" {
		comment += ", with changes"
	}
	return pkg{ID: id("program", p.file), Name: p.info.Main.Path, Version: p.info.Main.Version, File: p.file, Purpose: "APPLICATION",
		Location: unsaid, Concluded: "Apache-2.0", Declared: "Apache-2.0", Copyright: "2026 the jishi authors",
		Checksums: []checksum{{"SHA256", p.sha256}}, Comment: comment}
}

// modulesOf gives the modules in a program, and the standard library.
func modulesOf(info *debug.BuildInfo) []pkg {
	version := strings.TrimPrefix(info.GoVersion, "go")
	out := []pkg{modulePackage("stdlib", version, "pkg:golang/stdlib@"+version, "")}
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		out = append(out, modulePackage(m.Path, m.Version, "pkg:golang/"+m.Path+"@"+strings.ReplaceAll(m.Version, "+", "%2B"), m.Sum))
	}
	return out
}

func modulePackage(path, version, purl, sum string) pkg {
	p := pkg{ID: id("module", path+"@"+version), Name: path, Version: version, Purpose: "LIBRARY",
		Location: unsaid, Concluded: unsaid, Declared: unsaid, Copyright: unsaid,
		Refs: []reference{{"PACKAGE-MANAGER", "purl", purl}}}
	if sum != "" {
		p.Comment = "go.sum " + sum
	}
	return p
}

func setting(info *debug.BuildInfo, key string) string {
	for _, s := range info.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}

// id makes an SPDX identifier, which has no other signs than letters, digits, dots and hyphens.
func id(kind, name string) string {
	return "SPDXRef-" + kind + "-" + regexp.MustCompile(`[^A-Za-z0-9.-]+`).ReplaceAllString(name, "-")
}
