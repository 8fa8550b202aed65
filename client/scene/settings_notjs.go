//go:build !js

package scene

import (
	"os"
	"path/filepath"
)

// settingsFile is where a desktop keeps them: for each user, where programs keep such things.
func settingsFile() (string, error) {
	dir, err := os.UserConfigDir()
	return filepath.Join(dir, "bankshot", "settings"), err
}

// loadSettings gives what keepSettings kept, nothing where there is nothing.
func loadSettings() string {
	name, err := settingsFile()
	if err != nil {
		return ""
	}
	const most = 1 << 10
	text, err := os.ReadFile(name)
	if err != nil || len(text) > most {
		return ""
	}
	return string(text)
}

// keepSettings keeps them for the next time, if this system has a place for it.
func keepSettings(text string) {
	name, err := settingsFile()
	if err != nil || os.MkdirAll(filepath.Dir(name), 0o700) != nil {
		return
	}
	_ = os.WriteFile(name, []byte(text+"\n"), 0o600) // then they hold until the program ends
}

// prefersCalm says that the system was told to show less motion: there is no way to ask every desktop.
func prefersCalm() bool { return false }

// touchFirst says that fingers are what the device is made for: a desktop has keys.
func touchFirst() bool { return false }
