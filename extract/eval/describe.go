package eval

import (
	"fmt"
	"strings"

	"jishi/schema"
)

// strataZh are the Chinese names of Strata.
func strataZh() map[string]string {
	return map[string]string{"relation": "关系", "modality": "情态", "year": "年份"}
}

// OtherStrata are the strata that are neither relation, modality nor year, with their labels.
func OtherStrata() []schema.Term {
	return []schema.Term{{ID: allFacts, Zh: "全部", En: allFacts}, {ID: noYear, Zh: "年份不详", En: noYear}}
}

// Describe says in a language, Chinese or else English, how a sample of n facts out of all was drawn. ReadMarked finds it in
// the column sample.
func (d Draw) Describe(n, all int, language string) string {
	by := map[string]string{"relation": " by relation", "modality": " by modality", "year": " by year"}[d.By]
	if language != schema.Chinese {
		return fmt.Sprintf("%d of %d facts%s, seed %d", n, all, by, d.Seed)
	}
	if by != "" {
		by = "，按" + strataZh()[d.By] + "分层"
	}
	return fmt.Sprintf("%d条事实中的%d条%s，随机种子%d", all, n, by, d.Seed)
}

// described reads Describe's words back, in whichever language.
func described(how string) (n, all int, d Draw, ok bool) {
	if head, tail, english := strings.Cut(how, " facts"); english {
		by, seed, _ := strings.Cut(tail, ", seed ")
		_, err := fmt.Sscanf(head+" "+seed, "%d of %d %d", &n, &all, &d.Seed)
		d.By = strings.TrimPrefix(by, " by ")
		return n, all, d, err == nil
	}
	head, tail, _ := strings.Cut(how, "，随机种子")
	head, by, _ := strings.Cut(head, "，按")
	_, err := fmt.Sscanf(head+" "+tail, "%d条事实中的%d条 %d", &all, &n, &d.Seed)
	for id, zh := range strataZh() {
		if zh+"分层" == by {
			d.By = id
		}
	}
	return n, all, d, err == nil
}
