//go:build !release

package web

import "io/fs"

// prebuilt is nil: without the release tag the client is compiled at start.
func prebuilt() fs.FS { return nil }
