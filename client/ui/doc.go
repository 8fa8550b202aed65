// Package ui is the interface's few parts, drawn by render's batches: text, boxes, lines, panels, buttons, the logo.
//
// Data flow: scene makes a Canvas of the renderer each frame, after Renderer.Frame and before Renderer.Flush, and draws
// on it in the interface's own units, whose corner is that of the view; a Canvas has W x H of them, 1280 x 720 on a
// screen, fewer on a phone. A Menu keeps which of its buttons is chosen and is told of presses.
//
// The package must not read devices and must not know the match.
package ui
