package graph

import (
	"context"
	"sync"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"
)

// memory is the graph in Cayley's memstore, loaded at the first query.
type memory struct {
	sync.Once
	quads *memstore.QuadStore
	err   error
	all   sync.Mutex // memstore notes in an unguarded field that somebody reads all of it
}

// quadStore gives the graph to a query. Its iterators end with ctx.
func (s *Store) quadStore(ctx context.Context) (cayley.QuadStore, error) {
	s.memory.Do(func() {
		qs, err := s.statements()
		if err != nil {
			s.memory.err = err
			return
		}
		s.memory.quads = memstore.New()
		for _, q := range qs {
			s.memory.quads.AddQuad(quad.Quad{Subject: value(q.s), Predicate: value(q.p), Object: value(q.o), Label: value(q.g)})
		}
	})
	if s.memory.err != nil {
		return nil, s.memory.err
	}
	return &watchedStore{s.memory.quads, ctx, &s.memory.all}, nil
}

// value is a term as Cayley has it. Typed literals stay what they are: as numbers or times they would be other nodes, and
// be written otherwise.
func value(t term) quad.Value {
	switch {
	case t.kind == isIRI:
		return quad.IRI(t.value)
	case t.kind == isBlank:
		return quad.BNode(t.value)
	case t.kind == isNothing:
		return nil
	case t.tag == "":
		return quad.String(t.value)
	case t.tag[0] == '@':
		return quad.LangString{Value: quad.String(t.value), Lang: t.tag[1:]}
	}
	return quad.TypedString{Value: quad.String(t.value), Type: quad.IRI(t.tag)}
}

// watchedStore ends every walk through the memstore when its context ends: Gizmo's order, unique and skip do not look.
type watchedStore struct {
	*memstore.QuadStore
	ctx context.Context
	all *sync.Mutex
}

func (s *watchedStore) QuadIterator(d quad.Direction, v cayley.Ref) cayley.Iterator {
	return s.watch(s.QuadStore.QuadIterator(d, v))
}

func (s *watchedStore) QuadsAllIterator() cayley.Iterator {
	s.all.Lock()
	defer s.all.Unlock()
	return s.watch(s.QuadStore.QuadsAllIterator())
}

func (s *watchedStore) NodesAllIterator() cayley.Iterator {
	s.all.Lock()
	defer s.all.Unlock()
	return s.watch(s.QuadStore.NodesAllIterator())
}

func (s *watchedStore) watch(it cayley.Iterator) cayley.Iterator {
	shape := cayley.AsShape(it)
	if size, err := shape.Stats(s.ctx); err == nil && size.Size.Exact && size.Size.Size == 0 {
		return it
	}
	return cayley.AsLegacy(watched{shape, s.ctx})
}

// watched is an iterator that ends with its context.
type watched struct {
	cayley.IteratorShape
	ctx context.Context
}

func (w watched) Iterate() cayley.Scanner {
	return &watchedScanner{w.IteratorShape.Iterate(), watch{ctx: w.ctx}}
}

func (w watched) Lookup() cayley.Index {
	return &watchedIndex{w.IteratorShape.Lookup(), watch{ctx: w.ctx}}
}

func (w watched) Optimize(context.Context) (cayley.IteratorShape, bool) { return w, false }

// watch looks at a context every so often.
type watch struct {
	ctx   context.Context
	steps int
	err   error
}

func (w *watch) over() bool {
	if w.steps++; w.steps%64 == 1 && w.err == nil {
		w.err = w.ctx.Err()
	}
	return w.err != nil
}

type watchedScanner struct {
	cayley.Scanner
	watch
}

func (s *watchedScanner) Next(ctx context.Context) bool { return !s.over() && s.Scanner.Next(ctx) }

func (s *watchedScanner) Err() error {
	if s.err != nil {
		return s.err
	}
	return s.Scanner.Err()
}

type watchedIndex struct {
	cayley.Index
	watch
}

func (s *watchedIndex) Contains(ctx context.Context, v cayley.Ref) bool {
	return !s.over() && s.Index.Contains(ctx, v)
}

func (s *watchedIndex) Err() error {
	if s.err != nil {
		return s.err
	}
	return s.Index.Err()
}
