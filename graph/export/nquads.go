package export

import "io"

func writeNQuads(w io.Writer, d Data) error { return d.Quads(w) }
