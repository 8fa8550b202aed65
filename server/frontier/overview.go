package frontier

import (
	"cmp"
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
)

const (
	tileUnits = arena.TileUnits
	// fieldCells is the side of a field of the minimap in cells.
	fieldCells = 4
	// lookEvery is after how many ticks the minimap is told; leadEvery the leaders.
	lookEvery = 2 * game.TickHz
	leadEvery = 4 * game.TickHz
	leaders   = 10
)

// places are those whose scores everybody is told.
var places = [...]int{20, 50, 100, 200, 400, 700, 1000, 1500, 2000}

// overview is what everybody is told of all of the world, seldom.
type overview struct {
	ships   []uint8
	ranking []int32
	minimap []byte
	leaders []byte
	table   snap.Leaders
}

// look appends what is due of it.
func (o *overview) look(notices [][]byte, p *game.Public, a *arena.Arena) [][]byte {
	if p.Tick%lookEvery == 0 {
		o.minimap = o.count(o.minimap[:0], p, game.GridOf(a))
		notices = append(notices, o.minimap)
	}
	if p.Tick%leadEvery == leadEvery/2 {
		o.leaders = o.rank(o.leaders[:0], p)
		notices = append(notices, o.leaders)
	}
	return notices
}

// count tells how many living ships are where.
func (o *overview) count(dst []byte, p *game.Public, g game.Grid) []byte {
	columns, rows := (g.Columns+fieldCells-1)/fieldCells, (g.Rows+fieldCells-1)/fieldCells
	if len(o.ships) != columns*rows {
		o.ships = make([]uint8, columns*rows)
	}
	clear(o.ships)
	for i := range p.Ships {
		if s := &p.Ships[i]; s.Alive {
			c := g.CellOf(s.Pos)
			n := &o.ships[g.Row(c)/fieldCells*columns+g.Column(c)/fieldCells]
			*n = min(*n, 254) + 1
		}
	}
	return snap.AppendMinimap(dst, &snap.Minimap{Columns: columns, Rows: rows, Ships: o.ships})
}

// rank tells who is best: by score, then kills, then seat.
func (o *overview) rank(dst []byte, p *game.Public) []byte {
	o.ranking = o.ranking[:0]
	for i := range p.Ships {
		o.ranking = append(o.ranking, int32(i))
	}
	slices.SortFunc(o.ranking, func(i, k int32) int {
		a, b := &p.Ships[i], &p.Ships[k]
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Kills, a.Kills), cmp.Compare(a.Seat, b.Seat))
	})
	o.table.Ranked, o.table.Best, o.table.Marks = len(o.ranking), o.table.Best[:0], o.table.Marks[:0]
	for _, i := range o.ranking[:min(leaders, len(o.ranking))] {
		s := &p.Ships[i]
		o.table.Best = append(o.table.Best, snap.Leader{
			Seat: s.Seat, Pilot: s.Pilot, Score: s.Score, Kills: s.Kills, Streak: s.Streak, Name: s.Name,
		})
	}
	for _, place := range places {
		if place <= len(o.ranking) {
			o.table.Marks = append(o.table.Marks, snap.Mark{Place: uint16(place), Score: p.Ships[o.ranking[place-1]].Score})
		}
	}
	return snap.AppendLeaders(dst, &o.table)
}
