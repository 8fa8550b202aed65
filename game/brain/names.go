package brain

// names of pilots: words of the billiard hall and of optics, short enough for a tag over a ship.
var names = [...]string{
	"Cushion", "Prism", "Massé", "Glint", "Carom", "Facet", "Rebound", "Vertex",
	"Kick", "Ricochet", "Bevel", "Chalk", "Snooker", "Parallax", "Angle", "Mirror",
	"Cue", "Reflex", "Lens", "Bumper", "Refract", "Corner", "Spin", "Ray",
}

// Names is how many there are.
const Names = len(names)

// Name is the name of pilot n; names come round again after all have been used.
func Name(n int) string { return names[uint(n)%uint(len(names))] }
