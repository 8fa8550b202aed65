//go:build !js

package scene

// fingersFirst would say that whoever plays has fingers rather than a mouse: a desktop's window is told by the first touch.
func fingersFirst() bool { return false }
