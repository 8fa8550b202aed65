package scene

import (
	"time"

	"bankshot/client/render"
	"bankshot/game"
	"bankshot/game/snap"
)

const (
	// mineLasts is short: a player goes on flying under it. newsLasts has to be read at leisure.
	mineLasts = 1200 * time.Millisecond
	newsLasts = 2200 * time.Millisecond
	// newsStreak is from how long a streak on everybody hears of it.
	newsStreak = 5
)

// announcer calls out what happens: what I do in the upper third of the picture, what the others should know above it.
type announcer struct {
	mine, news calls
	// bled says that somebody has died in this round.
	bled bool
}

// headline is what a kill is called, and how hot: by what was hard about it.
func headline(l line, n *snap.Notice) line {
	switch {
	case n.Returned:
		return l.str(wordMirrorKill)
	case aroundCorner(n):
		return l.str(weaponOf(n.Weapon)).str(wordCorner)
	case int(n.Banks) < len(bankShots):
		return l.str(bankShots[n.Banks])
	}
	return l.int(int(n.Banks)).str(" banks")
}

// aroundCorner says that a beam has killed by one bank: it is all there at once, so one sees it bend.
func aroundCorner(n *snap.Notice) bool { return game.Weapons[n.Weapon].Beam() && n.Banks == 1 }

// streak is what is said at this length of a streak: only at the lengths of the table.
func streakAt(kills uint8) int {
	for i := range streaks {
		if streaks[i].kills == kills {
			return i
		}
	}
	return -1
}

// kill announces a kill that was noticed; first says that it is the first of the round.
func (a *announcer) kill(n *snap.Notice, me game.Seat, first bool, buf *[]byte, now time.Duration) {
	self := n.Other == game.NoSeat || n.Other == n.Seat
	switch {
	case self:
	case n.Other == me:
		a.mineKill(n, first, buf, now)
	default:
		a.otherKill(n, first, buf, now)
	}
}

// mineKill is what I read about my own kill: its name by its banks and what it is worth, then whom, and what was special.
func (a *announcer) mineKill(n *snap.Notice, first bool, buf *[]byte, now time.Duration) {
	look := render.Heat(n.Banks)
	c := call{size: callSize(n), color: look.Color, subColor: render.TextColor, rank: rankMine, lasts: mineLasts}
	l := headline(line{(*buf)[:0]}, n)
	if n.Points > 0 {
		l = l.str("  +").int(int(n.Points))
	}
	c.say(l)
	l = line{(*buf)[:0]}.str(n.Name)
	if first {
		l = l.str(" · ").str(wordFirstBlood)
	}
	if n.Revenge {
		l = l.str(" · ").str(wordRevenge)
	}
	if n.Returned && n.Banks > 0 {
		l = l.str(" · ×").int(int(n.Banks))
	}
	if i := streakAt(n.Streak); i >= 0 {
		l = l.str(" · ").str(streaks[i].mine).str(" ×").int(int(n.Streak))
	}
	c.under(l)
	a.mine.add(&c, now)
}

// callSizes are the sizes of kills' names by banks: few of them, since every size of a letter takes room in the atlas.
var callSizes = [...]float32{26, 32, 38, 44, 52}

func callSize(n *snap.Notice) float32 {
	i := min(int(n.Banks), len(callSizes)-1)
	if n.Returned || aroundCorner(n) {
		i = max(i, 2)
	}
	return callSizes[i]
}

// otherKill is news only where it changes the round: the first, and long streaks.
func (a *announcer) otherKill(n *snap.Notice, first bool, buf *[]byte, now time.Duration) {
	i := streakAt(n.Streak)
	if !first && (i < 0 || n.Streak < newsStreak) || n.OtherName == "" {
		return
	}
	c := call{size: render.SizeBody, color: render.WarnColor, rank: rankNews, lasts: newsLasts}
	l := line{(*buf)[:0]}
	if first {
		l = l.str(wordFirstBlood).str(": ").str(n.OtherName)
	} else {
		l = l.str(n.OtherName).str(streaks[i].other).str(" ×").int(int(n.Streak))
	}
	c.say(l)
	a.news.add(&c, now)
}

// assist tells me that I have helped.
func (a *announcer) assist(victim string, buf *[]byte, now time.Duration) {
	c := call{size: callSizes[0], color: render.DashColor, subColor: render.DimColor, rank: rankNews, lasts: mineLasts}
	c.say(line{(*buf)[:0]}.str(wordAssist))
	c.under(line{(*buf)[:0]}.str(victim))
	a.mine.add(&c, now)
}

// tell calls out a goal or a turn of the round.
func (a *announcer) tell(l line, color render.Color, rank uint8, now time.Duration) {
	c := call{size: render.SizeLarge, color: color, rank: rank, lasts: newsLasts}
	c.say(l)
	a.news.add(&c, now)
}

// draw shows what stands of both: the ship flies in the middle, or lower; the calls stay in the upper third.
func (a *announcer) draw(s scribe, now time.Duration) {
	a.news.draw(s, newsAt(s.H), now)
	a.mine.draw(s, mineAt(s.H), now)
}

// newsAt and mineAt are the baselines of the two places.
func newsAt(h float32) float32 { return max(h*0.165, 104) }
func mineAt(h float32) float32 { return newsAt(h) + 54 }
