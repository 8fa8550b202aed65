package match

import "strconv"

// The words of guests' names: short, friendly, and none of them a pilot's.
var (
	guestHues    = [...]string{"Neon", "Ultra", "Laser", "Cyan", "Violet", "Amber", "Cobalt", "Solar", "Lunar", "Pixel", "Turbo", "Sonic"}
	guestAnimals = [...]string{"Otter", "Falcon", "Lynx", "Gecko", "Heron", "Marten", "Orca", "Panda", "Raven", "Tapir", "Viper", "Wombat"}
)

// guestName names somebody who gave no name, such as "NeonOtter 42"; chance is any number.
func guestName(chance uint64) string {
	hue, chance := guestHues[chance%uint64(len(guestHues))], chance/uint64(len(guestHues))
	animal, chance := guestAnimals[chance%uint64(len(guestAnimals))], chance/uint64(len(guestAnimals))
	return hue + animal + " " + strconv.Itoa(int(10+chance%90))
}

// nextGuest is a number for the next guest's name, from the match's own seed (SplitMix64's finisher over a count).
func (m *Match) nextGuest() uint64 {
	m.guests++
	z := m.cfg.Seed + m.guests*0x9E3779B97F4A7C15
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	return z ^ z>>27
}
