// Package snap writes and reads the match's inputs, snapshots and states as bytes.
package snap
