//go:build unix

package main

import (
	"fmt"
	"strconv"
	"strings"
)

// sentences are invented; A and B stand for countries, P and Q for people, N for a number.
func sentences() []string {
	return []string{
		"A总统P同B总理Q通电话，双方就边境口岸重新开放交换意见。",
		"A外长P应约同B外长Q通话，愿就渔业资源养护加强合作，共同办好明年的水稻论坛。",
		"A政府向B捐赠N顶帐篷、N箱饮用水和一批急救药品，首批物资于当日运抵。",
		"由N人组成的A地质专家组抵达B，将在山区开展为期两周的测量。",
		"P指出，这条铁路通车以来，沿线的学校和集市一年比一年热闹，来往的人都说日子好过了。",
		"A外交部发言人P在例行记者会上说，有关报道与事实不符，希望媒体客观报道。",
		"当天下午，P参观了博物馆，听取了馆长关于古代丝绸的介绍，并在留言簿上签名。",
		"P向Q致慰问电，对B遭受洪灾表示慰问，并表示愿提供力所能及的帮助。",
		"A代表P出席开幕式并致辞，介绍本国治理沙漠的经验。",
	}
}

func countries() []string {
	return []string{"挪威", "智利", "蒙古国", "加纳", "葡萄牙", "斐济", "乌拉圭", "约旦", "芬兰", "秘鲁", "卢旺达"}
}

func people() []string {
	return []string{"安德森", "卡斯特罗", "巴特尔", "恩库鲁", "席尔瓦", "拉图", "佩雷拉", "哈桑", "尼米", "奥尔特加", "穆根齐", "费尔南德斯", "约翰松"}
}

// say makes the nth sentence: no two neighbours alike, and the same on each run.
func say(n int) string {
	s, c, p := sentences(), countries(), people()
	return strings.NewReplacer("A", c[n%len(c)], "B", c[(n*7+3)%len(c)], "P", p[n%len(p)], "Q", p[(n*5+2)%len(p)], "N", strconv.Itoa(n%900+2)).
		Replace(s[n%len(s)])
}

// text is a chronicle of at least size bytes: a heading a day, twenty entries below it, of two to five sentences.
func text(size int) string {
	var b strings.Builder
	n := 0
	for day := 0; b.Len() < size; day++ {
		fmt.Fprintf(&b, "%d年%d月%d日\n\n", 1950+day/336, day/28%12+1, day%28+1)
		for entry := 0; entry < 20 && b.Len() < size; entry++ {
			b.WriteString("◆")
			for range 2 + entry%4 {
				b.WriteString(say(n))
				n++
			}
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

// line is text of at least size bytes without a line break.
func line(size int) string {
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		b.WriteString(say(n))
	}
	return b.String()
}
