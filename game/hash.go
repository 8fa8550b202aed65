package game

// Hash is a digest of everything public: two worlds with the same hash are taken to be the same.
func (p *Public) Hash() uint64 {
	d := newDigest()
	d.add(uint64(p.Tick))
	d.add(uint64(p.Seed)<<32 | uint64(p.Round))
	d.add(uint64(p.Phase)<<32 | uint64(p.PhaseEnd))
	d.add(p.Arena)
	d.add(uint64(p.Mode)<<48 | uint64(uint16(p.TeamScore[0]))<<32 | uint64(uint16(p.TeamScore[1]))<<16 | uint64(len(p.Goals)))
	for i := range p.Goals {
		d.goal(&p.Goals[i])
	}
	d.add(uint64(len(p.Pickups))<<32 | uint64(len(p.Broken)))
	for i := range p.Pickups {
		d.add(uint64(p.Pickups[i].Kind)<<32 | uint64(p.Pickups[i].Due))
	}
	for i := range p.Broken {
		d.add(uint64(p.Broken[i].Index)<<32 | uint64(p.Broken[i].Back))
	}
	d.add(uint64(len(p.Ships))<<32 | uint64(len(p.Shots)))
	for i := range p.Ships {
		d.ship(&p.Ships[i])
	}
	for i := range p.Been {
		d.been(&p.Been[i])
	}
	for i := range p.Shots {
		d.shot(&p.Shots[i])
	}
	return uint64(d)
}

// digest mixes words one after another; each add is a bijection of the digest, and of the word.
type digest uint64

func newDigest() digest { return 0x9e3779b97f4a7c15 }

func (d *digest) add(word uint64) {
	h := (uint64(*d) ^ word) * 0xff51afd7ed558ccd
	*d = digest(h ^ h>>32)
}

func (d *digest) text(s string) {
	d.add(uint64(len(s)))
	for i := range len(s) {
		d.add(uint64(s[i]))
	}
}

func (d *digest) vec(v Vec) {
	d.add(uint64(uint32(v.X))<<32 | uint64(uint32(v.Y)))
}

func (d *digest) ship(s *Ship) {
	d.text(s.Name)
	d.add(uint64(s.Seat)<<48 | uint64(s.HitBy)<<32 | uint64(s.Aim)<<16 | uint64(s.DashDir))
	d.add(bit(s.Pilot)<<63 | bit(s.Alive)<<62 | bit(s.Mirror)<<61 | uint64(s.Team)<<56 | uint64(s.Portal)<<48 |
		uint64(s.Weapon)<<40 | uint64(s.Thrust)<<32 |
		uint64(s.Health)<<24 | uint64(s.DashLeft)<<16 | uint64(s.Shield)<<8 | uint64(s.RespawnIn))
	d.vec(s.Pos)
	d.vec(s.Vel)
	d.add(uint64(s.HitTick)<<32 | uint64(s.SpawnTick))
	d.add(uint64(s.KilledBy)<<48 | uint64(s.Ammo)<<40 | uint64(s.Charge)<<32 | uint64(s.WarpTick))
	d.add(uint64(uint16(s.Score))<<48 | uint64(s.Kills)<<32 | uint64(s.Deaths)<<16 | uint64(s.Assists))
	d.add(uint64(s.Goals)<<48 | uint64(s.Banked)<<32 | uint64(s.Longest)<<16 | uint64(s.Mirrored))
	d.add(uint64(s.Lag)<<16 | uint64(s.Streak)<<8 | uint64(s.BestStreak))
}

func (d *digest) goal(g *Goal) {
	d.add(uint64(g.Kind)<<56 | uint64(g.Team)<<48 | uint64(g.Place)<<40 | bit(g.Away)<<32 | uint64(g.Due))
	d.add(uint64(g.Holder))
	d.vec(g.Pos)
}

func (d *digest) been(b *Been) {
	for i := range b {
		d.vec(b[i].Pos)
		d.add(uint64(b[i].Aim)<<8 | uint64(b[i].State))
	}
}

func (d *digest) shot(s *Shot) {
	d.add(uint64(s.ID))
	d.add(uint64(s.Since)<<32 | uint64(s.Owner)<<16 | bit(s.Returned)<<15 | uint64(s.Weapon)<<8 | uint64(s.Banks))
	d.add(uint64(s.Portal))
	d.vec(s.Pos)
	d.vec(s.Vel)
	d.vec(s.Born)
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
