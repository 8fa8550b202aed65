package game

// Hash is a digest of everything public: two worlds with the same hash are taken to be the same.
func (p *Public) Hash() uint64 {
	d := newDigest()
	d.add(uint64(p.Tick))
	d.add(uint64(p.Seed)<<32 | uint64(p.Round))
	d.add(uint64(p.Phase)<<32 | uint64(p.PhaseEnd))
	d.add(p.Arena)
	d.add(uint64(len(p.Ships))<<32 | uint64(len(p.Shots)))
	for i := range p.Ships {
		d.ship(&p.Ships[i])
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
	d.add(bit(s.Pilot)<<63 | bit(s.Alive)<<62 | uint64(s.Thrust)<<32 |
		uint64(s.Health)<<24 | uint64(s.DashLeft)<<16 | uint64(s.Shield)<<8 | uint64(s.RespawnIn))
	d.vec(s.Pos)
	d.vec(s.Vel)
	d.add(uint64(s.HitTick)<<32 | uint64(s.SpawnTick))
	d.add(uint64(uint16(s.Score))<<32 | uint64(s.Kills)<<16 | uint64(s.Deaths))
}

func (d *digest) shot(s *Shot) {
	d.add(uint64(s.ID))
	d.add(uint64(s.Owner)<<8 | uint64(s.Banks))
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
