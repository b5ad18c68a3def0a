package graph

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"jishi/schema"
)

// many is a run of n documents of six facts each.
func many(n int) Build {
	b := Build{Rules: testRules()}
	for i := range n {
		b.Results = append(b.Results, spring(fmt.Sprintf("新闻/%06d", i)).result())
	}
	return b
}

func BenchmarkUpdate(b *testing.B) {
	for _, n := range []int{100, 1000} {
		build := many(n)
		b.Run(fmt.Sprint(n, "documents"), func(b *testing.B) {
			quads := 0
			for i := range b.N {
				c, err := Update(filepath.Join(b.TempDir(), fmt.Sprint(i)), build)
				if err != nil {
					b.Fatal(err)
				}
				quads = c.Quads
			}
			b.ReportMetric(float64(quads)*float64(b.N)/b.Elapsed().Seconds(), "quads/s")
		})
	}
}

// BenchmarkOneMore adds a document to a store of a thousand.
func BenchmarkOneMore(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "store")
	if _, err := Update(dir, many(1000)); err != nil {
		b.Fatal(err)
	}
	for i := range b.N {
		if _, err := Update(dir, Build{Results: []schema.Result{one("又", fmt.Sprintf("挪威第%d次同秘鲁通电话。", i))}}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFirstQuery(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "store")
	if _, err := Update(dir, many(1000)); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, err := Open(dir)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Run(context.Background(), Query{Script: "g.V('<j:entity/NO>').out('<j:donatedTo>').limit(1).all()"}); err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}

func BenchmarkShippedQueries(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "store")
	if _, err := Update(dir, many(1000)); err != nil {
		b.Fatal(err)
	}
	s, err := Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for _, q := range Queries() {
		for _, args := range [][]string{nil, {"挪威"}} {
			if len(args) > len(q.Args) || len(args) == 0 && len(q.Args) > 0 && !q.Args[0].Optional || len(args) > 0 && q.Args[0].Name != "NAME" {
				continue
			}
			b.Run(fmt.Sprint(q.Name, args), func(b *testing.B) {
				for b.Loop() {
					if _, err := s.Run(context.Background(), Query{Name: q.Name, Script: q.Script, Args: args}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
