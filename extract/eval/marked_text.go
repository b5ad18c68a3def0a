package eval

import (
	"fmt"
	"io"
	"strings"
)

// WriteText prints a table in the language of say, and below it the same in words for a paper, in English and in Chinese. zh
// gives the Chinese name of a relation or another stratum.
func (m Marked) WriteText(w io.Writer, say, zh Say) error {
	var b strings.Builder
	row := func(p Precision) {
		share := fmt.Sprintf("%5.1f%%", 100*p.Share)
		if p.Right+p.Wrong == 0 {
			share = "     –"
		}
		fmt.Fprintf(&b, "%s%8d%8d%8d%11d     %s   %s\n", say.left(p.Key, 24), p.Right+p.Wrong, p.Right, p.Wrong, p.Undecided, share, p.interval())
	}
	b.WriteString(say.left("relation", 24) + say.right("decided", 8) + say.right("right", 8) + say.right("wrong", 8) + say.right("undecided", 11) +
		say.right("precision", 11) + "  " + say.text("95% interval (Wilson)") + "\n")
	for _, p := range m.Relations {
		row(p)
	}
	row(m.Total)
	b.WriteString("\n" + m.english() + "\n\n" + m.chinese(zh) + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func (p Precision) interval() string {
	return fmt.Sprintf("%.1f–%.1f%%", 100*p.Low, 100*p.High)
}

func (m Marked) english() string {
	var b strings.Builder
	t := m.Total
	decided := t.Right + t.Wrong
	if n, all, d, ok := described(m.Sample); ok {
		how := ""
		if d.By != "" {
			how = "stratified by " + d.By + ", "
		}
		fmt.Fprintf(&b, "Of %d facts, %d were drawn at random (%sseed %d); %d of them were decided by hand against the sentences from which they were read", all, n, how, d.Seed, decided)
	} else {
		fmt.Fprintf(&b, "%d facts were decided by hand against the sentences from which they were read", decided)
	}
	if t.Undecided > 0 {
		fmt.Fprintf(&b, ", and %d could not be", t.Undecided)
	}
	fmt.Fprintf(&b, ". Precision is %.1f%% (%d of %d right; 95%% Wilson interval %s", 100*t.Share, t.Right, decided, t.interval())
	if m.Weighted {
		fmt.Fprintf(&b, "; facts are weighted by the size of their stratum, with an effective sample of %.0f", t.Effective)
	}
	b.WriteString(").")
	if len(m.Unseen) > 0 {
		fmt.Fprintf(&b, " This leaves out %s, of which nothing was decided.", strings.Join(m.Unseen, ", "))
	}
	b.WriteString(" By relation: ")
	b.WriteString(m.each("; ", func(p Precision) string {
		return fmt.Sprintf("%s %.1f%% (%d of %d; %s)", p.Key, 100*p.Share, p.Right, p.Right+p.Wrong, p.interval())
	}))
	return b.String() + "."
}

func (m Marked) chinese(zh Say) string {
	var b strings.Builder
	t := m.Total
	decided := t.Right + t.Wrong
	if n, all, d, ok := described(m.Sample); ok {
		how := ""
		if d.By != "" {
			how = "按" + strataZh()[d.By] + "分层，"
		}
		fmt.Fprintf(&b, "从%d条事实中随机抽取%d条（%s随机种子%d），由人工对照原句判定其中%d条", all, n, how, d.Seed, decided)
	} else {
		fmt.Fprintf(&b, "由人工对照原句判定%d条事实", decided)
	}
	if t.Undecided > 0 {
		fmt.Fprintf(&b, "，另有%d条无法判定", t.Undecided)
	}
	fmt.Fprintf(&b, "。精确率为%.1f%%（%d条中%d条正确；95%%威尔逊置信区间%s", 100*t.Share, decided, t.Right, t.interval())
	if m.Weighted {
		fmt.Fprintf(&b, "；按各层事实数加权，有效样本量%.0f", t.Effective)
	}
	b.WriteString("）。")
	if len(m.Unseen) > 0 {
		unseen := make([]string, len(m.Unseen))
		for i, stratum := range m.Unseen {
			unseen[i] = zh.text(stratum)
		}
		fmt.Fprintf(&b, "未含%s：其中无一条得到判定。", strings.Join(unseen, "、"))
	}
	b.WriteString("分关系：")
	b.WriteString(m.each("；", func(p Precision) string {
		return fmt.Sprintf("%s %.1f%%（%d条中%d条；%s）", zh.text(p.Key), 100*p.Share, p.Right+p.Wrong, p.Right, p.interval())
	}))
	return b.String() + "。"
}

// each tells of the relations of which something was decided.
func (m Marked) each(between string, tell func(Precision) string) string {
	var parts []string
	for _, p := range m.Relations {
		if p.Right+p.Wrong > 0 {
			parts = append(parts, tell(p))
		}
	}
	return strings.Join(parts, between)
}
