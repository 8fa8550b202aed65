//go:build !linux

package child

import "syscall"

// attributes are none: only Linux can promise that a child dies with its parent. A Ctrl+C reaches the server by itself.
func attributes() *syscall.SysProcAttr { return nil }
