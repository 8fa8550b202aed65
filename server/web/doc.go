// Package web compiles, caches, precompresses and serves the browser client,
// and serves the page that hosts it.
//
// Data flow: Open checks the configuration and prepares the page. Run, which
// main calls once on a goroutine it waits for, walks these steps and then
// returns:
//
//	tree.go         which folder holds Bankshot's source (go env GOMOD)
//	fingerprint.go  what the client is made of, as one hash: the cache key
//	cache.go        is that build on disk? if not: lock, build, rename into place
//	compile.go      go build for js/wasm, its progress and its errors
//	entry.go        one finished build: two encodings of the program, wasm_exec.js
//
// Meanwhile Handler already serves: the page polls /web/status and shows what
// Run is doing, what went wrong and what to do about it. Nothing here can stop
// the game server; without a source tree, a toolchain or a network, everything
// else serves on.
//
// Routes:
//
//	/, /r/{code}                  the page; the code is read by its script,
//	/d/{date}, /range             as is the date of a trick shot, or the range
//	/p/{day}/{room-n}             as is a recording, which the page fetches from the API
//	/web/status                   Status as JSON
//	/web/NAME-HASH.EXT            the program, wasm_exec.js, the page's scripts
//	                              and style: immutable, br or gzip
//	/favicon.ico, /favicon.svg, /icon.png, /manifest.webmanifest
//
// Several servers may share a data folder: one builds, the others wait for it
// under a lock that the operating system releases when its holder dies, and a
// build appears under its final name only when it is whole.
//
// Builds for distribution carry their client inside them:
//
//	go run ./server/web/release       # brotli 11, half a minute more
//	go build -tags release ./server
//
// The first command fills server/web/dist, which git ignores; a plain clone
// builds without it, because only the tag asks for the folder.
//
// The package must not know the game, its rooms or its sockets.
package web
