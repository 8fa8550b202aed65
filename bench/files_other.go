//go:build !unix

package main

// mostFiles is more than any run needs.
func mostFiles() (int, error) { return filesFor(mostPlayers), nil }

// raiseFiles has nothing to raise where there is no such limit.
func raiseFiles(int) error { return nil }
