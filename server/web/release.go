//go:build release

package web

import (
	"embed"
	"io/fs"
)

// The folder is filled by go run ./server/web/release and is not part of a clone.
//
//go:embed dist/client.wasm.br dist/client.wasm.gz dist/wasm_exec.js dist/entry.json
var dist embed.FS

// prebuilt is the build this program carries inside it.
func prebuilt() fs.FS {
	folder, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // the name is a constant
	}
	return folder
}
