// Package arena is the map: tiles, what flies and slides through them, its file formats and its validation.
//
// It is pure and works on integers only, so that a server, a desktop and a browser compute the same bits. An Arena is a
// value that nobody changes once it is validated; package game moves ships and shots through it by Slide and Fly, the
// pilots plan with Fly and Clear, the client draws Tiles. Nothing here knows ships' or shots' rules, clocks or files:
// package assets holds the maps' text, Parse reads it, Validate judges it, AppendBinary is what goes over the wire.
//
// # Tiles
//
// What a tile is and does is a line of Tiles: what of it is solid (Shape), what it does to shots and to ships. Nothing
// else names tiles but what draws arenas, by hand or from a seed. Every tile has a file of its own, tile_*.go.
//
// # Made arenas
//
// NewFrontier makes the arena of Frontier from a seed (frontier.go): avenues between blocks (avenue.go), a district in each
// (theme.go, district_*.go), drawn on a sheet that mirrors it (sheet.go), then mended until every way is wide enough
// (mend.go), and furnished with portals, spawns and pick-ups (furnish.go). It is told by its seed (AppendBinary), and has
// limits of its own (limits.go). A change of what a seed becomes is a change of the rules (game.RulesVersion), since
// programs that differ in it don't play together.
//
// # Flight
//
// For walls a shot is a point. Fly moves it exactly: at a bank it mirrors the line it flies on, in place of the point,
//
//	wall x = X             (x, y) -> (2X-x, y)        direction (dx, dy) -> (-dx, dy)
//	wall y = Y             (x, y) -> (x, 2Y-y)                             (dx, -dy)
//	half-wall x + y = c    (x, y) -> (c-y, c-x)                            (-dy, -dx)
//	half-wall x - y = c    (x, y) -> (y+c, x-c)                            (dy, dx)
//
// so that start and displacement stay integers, no bank rounds anything and no energy is won or lost. When two lines
// are met is compared by cross multiplication. A point may lie on walls, never inside.
//
// # The vertex table
//
// Where a vertical and a horizontal line of the grid are met at once, four tiles meet, and the point is on a vertex. The
// space around it falls into eight octants, numbered clockwise on the screen:
//
//	        N
//	    \ 5 | 6 /
//	   4 \  |  / 7          the rays between them: E, SE, S, SW, W, NW, N, NE;
//	W ----  +  ---- E       tile SE of the vertex holds octants 0 and 1, SW 2 and 3,
//	   3 /  |  \ 0          NW 4 and 5, NE 6 and 7
//	    / 2 | 1 \
//	        S
//
// A wall makes both octants of its quadrant solid. So does a half-wall whose solid corner lies on the vertex; one whose
// face runs through the vertex makes one octant solid, and one whose free corner lies there makes none.
//
// A point comes from -d and flies towards d, along a ray or inside an octant. The first row that fits is what it does:
//
//	octants around the vertex                                                             the point
//	all that it touches in turning from -d to d, clockwise or counter-clockwise, free     flies on
//	exactly four solid, side by side: a straight face                                     banks off that face
//	anything else: corners, inner corners, tips, two walls that touch                     turns straight back
//
// "Touches" includes the octant in which -d or d itself lies. So what grazes a corner or flies along a face passes, and
// nothing gets through between two walls that only touch. A bank and a turn each count as one bank. Some
// cases, # solid, for a point that flies east or north-east:
//
//	       . .     . #     # .     . #     # .     # #
//	        +       +       +       +       +       +
//	       . .     . .     . .     . #     . #     . #
//
//	E      on      on      on      banks   back    back
//	NE     on      back    on      banks   back    back
//
// The table has all symmetries of the square, and it runs backwards: who is sent from d to e would be sent from -e to
// -d. A flight may also start on a vertex, with no past: if -d is inside solid, it comes off a wall and just leaves; if
// d is inside solid too, it cannot move.
//
// # Sliding
//
// A ship is a circle. Slide moves it in short parts and pushes it out of what it overlaps: the deepest first, those of
// equal depth as one, rounded away from the wall. So the order of tiles never matters, and a mirrored world moves
// mirrored.
package arena
