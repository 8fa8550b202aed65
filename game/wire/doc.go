// Package wire holds what clients and servers say to each other: frames, messages, limits. It knows no rules, so that
// any world can use it.
package wire
