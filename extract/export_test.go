package extract

import "jishi/schema"

// Hears reports whether an entry is read where facts alone are wanted.
func (x *Extractor) Hears(entry *schema.Entry) bool { return x.ear.hears(entry) }
