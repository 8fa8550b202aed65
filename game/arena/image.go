package arena

// images are the tiles that stand where each one is after each turn of the map: those of the same name whose shape and push
// are turned. Where there is none it is TileKinds, which is no tile.
var images = imagesOf(&Tiles)

func imagesOf(tiles *[TileKinds]TileRules) (all [TileKinds][Turns]Tile) {
	for t := range tiles {
		for turn := range Turn(Turns) {
			want := tiles[t]
			want.Shape, want.Push = want.Shape.turned(turn), turn.Apply(want.Push)
			all[t][turn] = TileKinds
			for other := range tiles {
				if want.Rune = tiles[other].Rune; tiles[other] == want {
					all[t][turn] = Tile(other)
				}
			}
		}
	}
	return all
}

// Turned is the tile that stands where t is after a turn of the whole map.
func (t Tile) Turned(turn Turn) Tile { return images[t][turn] }
