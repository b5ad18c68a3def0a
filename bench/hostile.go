//go:build unix

package main

import (
	"fmt"
	"strings"
)

// hostile are sentences without an end, made so that each mechanism has to look far: repeated, with no full stop.
func hostile() [][2]string {
	return [][2]string{
		{"a list of countries", "挪威、智利、加纳、"},
		{"triggers alone", "捐赠会见访问"},
		{"clauses without subject", "向智利捐赠帐篷，"},
		{"quotation marks", "“挪威说：‘"},
		{"titles without a name", "挪威外交部副部长兼"},
		{"promises in promises", "挪威表示愿推动智利承诺"},
	}
}

// endless takes each of them at 250 kB and at 1 MB, what it takes to start taken off.
func (b bench) endless() error {
	start, err := b.startAlone()
	if err != nil {
		return err
	}
	for _, h := range hostile() {
		name, piece := h[0], h[1]
		var rates []rate
		for _, size := range []int{megabyte / 4, megabyte} {
			path, err := b.write("hostile.txt", "2019年5月6日\n\n◆"+strings.Repeat(piece, size/len(piece)))
			if err != nil {
				return err
			}
			c, err := b.least(2, 1, "extract", path)
			if err != nil {
				return err
			}
			rates = append(rates, rate{(c.wall - start.wall).Seconds() / float64(size), (c.cpu - start.cpu).Seconds() / float64(size)})
		}
		fmt.Printf("a sentence of 1 MB: %-22s %.2f s of processor; %s\n", name, rates[1].cpu*megabyte, rates[1].against(rates[0]))
	}
	return nil
}
