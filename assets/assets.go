// Package assets embeds what the programs need beside code: the font, the shader and, in arenas.go, the arenas. It
// knows nothing of what they are used for; licences stand beside the files.
package assets

import _ "embed"

// Font is Bankshot Sans Bold, TrueType: Latin, Greek and Cyrillic. Its licence is fonts/LICENSE.txt.
//
//go:embed fonts/BankshotSans-Bold.ttf
var Font []byte

// GlowShader is the Kage source of everything that is drawn but text.
//
//go:embed shaders/glow.kage
var GlowShader []byte
