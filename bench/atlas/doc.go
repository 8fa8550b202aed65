// Package atlas looks at arenas: it draws them as pictures, and measures how much they reward a bank.
//
//	arena ─▶ Draw: the whole map in the game's colours, with its places and a caption ─▶ Sheet: several beside each other
//	      ─▶ Measure: what is seen from where, and what is only reached around something
//
// It has a small rasteriser of its own (canvas.go), since an overview must not need a screen. Command bench arenas writes
// what it makes to files.
package atlas
