# `make help` lists the targets.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help build demo test bench dist reproduce test-wine lint tools unit race cross

JISHI := bin/jishi
OUT := out/demo
DIST := dist
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
PLATFORMS := linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
# Packages in which goroutines share anything.
CONCURRENT := ./extract ./graph/...
# The commit goes into `jishi version` where git can tell it.
VCS := $(shell git rev-parse HEAD >/dev/null 2>&1 && echo auto || echo false)

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST)

build: ## build bin/jishi
	@mkdir -p bin
	go build -trimpath -buildvcs=$(VCS) -o $(JISHI) ./cmd/jishi

demo: build ## build the graph of the chronicle and ask it some questions
	@sh testdata/demo/demo.sh $(JISHI) $(OUT)

test: tools lint unit race cross ## everything that must hold
	@echo "all holds"

tools: # what the tests call and the machine lacks
	@.ci/tools

lint: ## gofmt, go vet, staticcheck
	@unformatted=$$(gofmt -l $$(git ls-files '*.go' 2>/dev/null || find . -name '*.go')); \
	if [ -n "$$unformatted" ]; then echo "not gofmt-ed: $$unformatted" >&2; exit 1; fi
	go vet ./...
	go run $(STATICCHECK) ./...

unit: # all tests, fuzz seeds among them
	go test -buildvcs=false -timeout 20m ./...

race: # the race detector over what runs concurrently
	CGO_ENABLED=1 go test -buildvcs=false -race -timeout 20m $(CONCURRENT)
	CGO_ENABLED=1 go test -buildvcs=false -race -timeout 20m -run 'TestScripts/^(build|store|status|interrupt|pipe|input)$$|TestInOrder|TestSpool' ./cmd/jishi

cross: ## build for every platform, without C
	@for p in $(PLATFORMS); do \
		echo "build $$p"; \
		CGO_ENABLED=0 GOOS=$${p%/*} GOARCH=$${p#*/} go build -buildvcs=false -o /dev/null ./cmd/jishi || exit 1; \
	done

dist: ## programs for six platforms with checksums and a bill of materials, in dist/
	@.ci/dist $(DIST) $(PLATFORMS)

reproduce: export COMMIT := $(shell git rev-parse HEAD 2>/dev/null)
reproduce: dist ## build them again with an empty cache, and compare
	@GOCACHE=$$(mktemp -d) && export GOCACHE && .ci/dist out/again $(PLATFORMS); failed=$$?; rm -rf $$GOCACHE; exit $$failed
	@cmp $(DIST)/SHA256SUMS out/again/SHA256SUMS
	@echo "the same bytes"

test-wine: build ## run the Windows program under wine and compare it with ours
	@mkdir -p out
	CGO_ENABLED=0 GOOS=windows GOARCH=amd64 go build -trimpath -buildvcs=$(VCS) -ldflags='-s -w' -o out/jishi.exe ./cmd/jishi
	@.ci/wine out/jishi.exe $(JISHI) out/wine

bench: build ## print speed against segmentation, two jobs, rules, memory and linearity
	go run ./bench $(JISHI)
