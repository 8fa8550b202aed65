package child

import "syscall"

// attributes have the kernel kill the server when we are gone, and keep a Ctrl+C in our terminal from reaching it: we
// stop it ourselves, after having read its last figures.
func attributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setpgid: true}
}
