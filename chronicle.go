// Package jishi carries the text that `jishi try` reads. The program is cmd/jishi.
package jishi

import _ "embed"

//go:embed testdata/chronicle/2020-03-23--31.txt
var chronicle string

// Chronicle is a chronicle of March 2020 by Xinhua, in UTF-8; its text names no year. NOTICE says how it stands here.
func Chronicle() string { return chronicle }

// ChronicleYear is the year of its days.
const ChronicleYear = 2020
