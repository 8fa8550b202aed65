// Package render turns predict.View into pixels, with a handful of draw calls and no allocation in a steady frame.
//
// Data flow, once a frame: the scene calls Renderer.Frame(width, height, scale, view), which moves the camera and the
// effects on and builds the world's batches; then it adds what it wants on top (Panel, Text, Overlay); then
// Renderer.Flush(screen) draws everything:
//
//	field    the floor's grid, solid regions, hazards, boosters; opaque      one call
//	edges    walls, glass, hulls, pick-ups, flags; maximum blending,
//	         so that joints don't glow                                       one call
//	light    shots, beams, portals, particles, rings; additive               one call
//	tags     names in the world                                              one call
//	panels   bars and boxes, the letterbox                                   one call
//	overlay  the logo and other lines of the interface; maximum blending     one call
//	text     glyphs                                                          one call
//
// All shapes but text are quads for one shader (assets/shaders/glow.kage), which measures the distance to a line or an
// arc: core, glow and antialiasing in one pass. Batches are plain slices and everything up to Flush is plain Go, so that
// tests and benchmarks build frames without a screen. style.go holds every colour, stroke and size.
//
// Of an arena only what is near the view is worked out, in squares of tiles that are made when they come into view (patch.go):
// neither a frame nor a change of arenas costs more where the arena is endless.
//
// Places in the world are in units; the Camera maps them to device pixels. Nothing is scaled after it was drawn.
//
// The package must not know the connection, the wire or the scenes, and must not change the View.
package render
