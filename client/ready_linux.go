package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/ebitengine/purego"
)

// libraries are what Ebitengine loads while it starts under X11, any of names will do, and Debian's package of each.
var libraries = []struct {
	names    []string
	packaged string
}{
	{[]string{"libX11.so.6", "libX11.so"}, "libx11-6"},
	{[]string{"libXcursor.so.1", "libXcursor.so"}, "libxcursor1"},
	{[]string{"libXi.so.6", "libXi.so"}, "libxi6"},
	{[]string{"libXrandr.so.2", "libXrandr.so"}, "libxrandr2"},
	{[]string{"libGL.so.1", "libGL.so", "libEGL.so.1"}, "libgl1"},
}

// ready says what the desktop lacks, with the package that has it: Ebitengine's own error names only a file.
func ready() error {
	if os.Getenv("DISPLAY") == "" {
		return nil // Ebitengine has ways without X11, and says itself when none works
	}
	for _, l := range libraries {
		if !loads(l.names) {
			return fmt.Errorf("%s is missing: install the package that has it (Debian, Ubuntu: apt install %s)", l.names[0], l.packaged)
		}
	}
	return nil
}

// explained says what to do where there is no desktop at all.
func explained(err error) error {
	if err != nil && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errors.New("neither DISPLAY nor WAYLAND_DISPLAY is set: start it in a desktop's session, or play in the browser")
	}
	return err
}

func loads(names []string) bool {
	for _, name := range names {
		if lib, err := purego.Dlopen(name, purego.RTLD_LAZY); err == nil {
			return purego.Dlclose(lib) == nil
		}
	}
	return false
}
