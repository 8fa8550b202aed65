// Package page holds the page that hosts the browser client, as files for
// server/web to serve. It has no Go logic.
//
//	index.html      the loader: logo, progress, messages; paints without any script
//	arena.js        the moving arena behind it, on a 2D canvas
//	light.js        its glowing lines and its still part
//	shims.js        what browsers lack or the engine trips over
//	boot.js         status -> download -> WebAssembly -> the game's first frame
//	style.css       its look
//
// Between the page and the game (see boot.js):
//
//	bankshotConfig   page -> game: {room, trick, replay: what the path names or "",
//	                                range: bool, debug: bool}
//	bankshotReady()  game -> page: the first frame is drawn, fade the loader
//
// The engine appends its own canvas to the body. Scripts are plain, without
// build step or framework, and run under a policy that forbids inline scripts,
// inline styles and eval. server/web gives scripts and style hashed names; the
// page must name each as "/web/NAME".
package page

import "embed"

//go:embed index.html *.js style.css manifest.webmanifest favicon.svg icon.png
var Files embed.FS
