package gateway

import "runtime/debug"

// buildVersion is what the Go command noted in the program: a module's version,
// or the commit it was built from, or "devel" under go run.
func buildVersion() (version, goVersion string) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel", ""
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v, info.GoVersion
	}
	version = "devel"
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			version += "-" + s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			version += "+dirty"
		}
	}
	return version, info.GoVersion
}
