package graph

import (
	"flag"
	"os"
	"testing"
)

var writeGolden = flag.Bool("update", false, "write the golden files anew")

func TestMain(m *testing.M) {
	if os.Getenv("JISHI_TEST_HELPER") != "" {
		os.Exit(helper(os.Getenv("JISHI_TEST_HELPER")))
	}
	os.Exit(m.Run())
}
