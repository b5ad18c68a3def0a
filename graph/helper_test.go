package graph

func helper(string) int { return 0 }
