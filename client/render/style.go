package render

// Color is linear light for the shader: additive shapes may exceed 1.
type Color struct{ R, G, B float32 }

func rgb(hex uint32) Color {
	return Color{float32(hex>>16&0xff) / 255, float32(hex>>8&0xff) / 255, float32(hex&0xff) / 255}
}

// Times is the colour k times as bright.
func (c Color) Times(k float32) Color { return Color{c.R * k, c.G * k, c.B * k} }

// Mix goes from c to d as t goes from 0 to 1.
func (c Color) Mix(d Color, t float32) Color {
	return Color{c.R + (d.R-c.R)*t, c.G + (d.G-c.G)*t, c.B + (d.B-c.B)*t}
}

// Stroke is a line's cross-section: half the core's width and the reach of the glow in units, and how white the core is.
type Stroke struct{ Core, Glow, Heat float32 }

// The view, in units: the same for everybody.
const (
	ViewW = 1280
	ViewH = 720
)

// Grounds.
var (
	Background = rgb(0x05060d)
	GridColor  = rgb(0x121e3e)
	SolidColor = rgb(0x080d22)
	HatchColor = rgb(0x0f1a40)
	// Absorbers are dull: what ends shots does not shine.
	SoakColor = rgb(0x0d0d12)
	SoakHatch = rgb(0x2b2b36)
	SoakEdge  = rgb(0x6f7280)
	// Glass is thin and bright, hazards warn without shouting, boosters run.
	GlassColor   = rgb(0xa8e6ff)
	HazardGround = rgb(0x0d0a05)
	HazardStripe = rgb(0x33240a)
	HazardRim    = rgb(0x8f6a20)
	BoostGround  = rgb(0x060b14)
	BoostColor   = rgb(0x287282)
	WallColor    = rgb(0x3d5cff)
	// Letterbox is what lies outside the view.
	Letterbox = rgb(0x020308)
)

// People and pilots: mine is the only green, the only one with a ring, and the only bright one.
var (
	MineColor = rgb(0x5cffb0)
	// ShipColors are the others', by seat; pilots and people differ by silhouette.
	ShipColors = [...]Color{rgb(0xff4560), rgb(0xb06bff), rgb(0xff6f9f), rgb(0xe08bff)}
	FlameColor = rgb(0xffb35c)
	HealthGood = rgb(0x5cffb0)
	HealthHalf = rgb(0xffd75c)
	HealthLow  = rgb(0xff4d5c)
	EnemyLife  = rgb(0xff9db0)
	DashColor  = rgb(0x8fd8ff)
	ShieldTint = rgb(0x9fe8ff)
	AimColor   = rgb(0x9fffd6)
	// MirrorColor is that of a raised mirror, and of the energy it lives on.
	MirrorColor = rgb(0xd8f4ff)
	FlashColor  = rgb(0xffffff)
	// MyShotRim surrounds the head of my own shots, whatever their heat.
	MyShotRim = rgb(0x5cffb0)
)

// TeamColors are those of nobody, TeamOne and TeamTwo: violet and red, for no shot's heat, no wall and not I am either.
// Marks on the hulls tell teams apart as well.
var TeamColors = [...]Color{rgb(0xe8f1ff), rgb(0xa98bff), rgb(0xff5148)}

// TeamColor is the colour of a team, that of text for none.
func TeamColor(team uint8) Color { return TeamColors[int(team)%len(TeamColors)] }

// What lies, leads and is fought for.
var (
	PickColor = rgb(0xfff0b8)
	BeamColor = rgb(0xf2d0ff)
	ZoneColor = rgb(0xd7dcf0)
	// MapColor is that of the others on the minimap: of many in a field.
	MapColor = rgb(0xff6f9f)
	// PortalColors are those of the pairs; the number of arms and a letter tell them apart as well.
	PortalColors = [...]Color{rgb(0xd08bff), rgb(0x8ba6ff), rgb(0xff9bd8)}
)

// HeatLook is how a shot looks after so many banks.
type HeatLook struct {
	Color Color
	Stroke
	// Bright multiplies the head's light.
	Bright float32
}

// Heats are the looks of shots by banks; more banks than listed look as the last.
var Heats = [...]HeatLook{
	{rgb(0x4f86ff), Stroke{1.3, 9, 0.35}, 0.85},
	{rgb(0x35e6ff), Stroke{1.7, 12, 0.5}, 1.0},
	{rgb(0xffe14a), Stroke{2.2, 15, 0.6}, 1.15},
	{rgb(0xff8b2e), Stroke{2.8, 19, 0.7}, 1.3},
	{rgb(0xff6cc4), Stroke{3.8, 27, 1.0}, 1.9},
}

// Heat is the look of a shot after so many banks.
func Heat(banks uint8) HeatLook { return Heats[min(int(banks), len(Heats)-1)] }

// Strokes, in units.
var (
	wallStroke   = Stroke{1.4, 17, 0.6}
	hullStroke   = Stroke{1.5, 12, 0.35}
	mineStroke   = Stroke{1.9, 18, 0.75}
	ringStroke   = Stroke{0.8, 6, 0.3}
	healthStroke = Stroke{1.6, 8, 0.4}
	dashStroke   = Stroke{1.1, 7, 0.4}
	flameStroke  = Stroke{2.0, 13, 0.7}
	shieldStroke = Stroke{0.9, 14, 0.3}
	dullStroke   = Stroke{1.9, 3, 0}
	rimStroke    = Stroke{0.7, 5, 0.2}
	glassStroke  = Stroke{0.9, 9, 0.5}
	ghostStroke  = Stroke{0.6, 3, 0}
	glintStroke  = Stroke{0.7, 5, 0.6}
	portalStroke = Stroke{1.3, 9, 0.4}
	pickStroke   = Stroke{1.0, 8, 0.3}
	signStroke   = Stroke{1.3, 5, 0.6}
	baseStroke   = Stroke{1.5, 9, 0.2}
	markStroke   = Stroke{1.1, 4, 0.4}
	poleStroke   = Stroke{1.0, 4, 0.4}
	flagStroke   = Stroke{1.6, 8, 0.4}
	carryStroke  = Stroke{1.0, 9, 0.3}
	zoneStroke   = Stroke{1.6, 12, 0.3}
	arrowStroke  = Stroke{1.4, 9, 0.4}
	mirrorStroke = Stroke{2.0, 14, 0.8}
	chargeStroke = Stroke{0.9, 8, 0.8}
	aimStroke    = Stroke{0.55, 4, 0.2}
	sparkStroke  = Stroke{0.9, 8, 0.8}
	shockStroke  = Stroke{1.4, 16, 0.6}
	// thinnest is the least half width of a core in pixels, so that lines survive on small screens.
	thinnest float32 = 0.55
)

// Sizes, in units.
const (
	healthRing  = 22
	dashRing    = 27
	shieldRing  = 25
	mineLight   = 190 // reach of the light my ship throws on the grid
	flameLength = 17
	aimDash     = 9
	aimGap      = 9
	nameLift    = 31
	nameSize    = 14
	markRadius  = 3.2
	shotRim     = 6.5
	pickRing    = 16
	portalRing  = 17
	letterDrop  = 33
	baseRing    = 34
	carryRing   = 32
	mirrorRing  = 25
	chargeReach = 320
	arrowInset  = 46
	// shakeMost bounds the camera's shake in pixels of a 1280x720 view; lead is how far it looks towards the aim.
	shakeMost = 6
	lead      = 34
	// margin is how far beyond the arena's border the camera may look; knee softens its stop there.
	margin = 70
	knee   = 60
)

// Speeds of patterns, in turns of the pattern a tick.
const (
	hazardSpeed = 0.004
	boostSpeed  = 0.02
)

// Where more ships than crowdTags are in view, only those within crowdReach units have their names written.
const (
	crowdTags  = 24
	crowdReach = 230
)

// cutBeyond is how far, in units, the focus may jump for the camera to glide there.
const cutBeyond = 2 * ViewW

// Times, in ticks.
const (
	flashTicks = 5 // 80 ms
	shockTicks = 34
	// mirrorTicks is how long a mirror gleams that has returned something.
	mirrorTicks = 14
	splashTicks = 22
	ghostTicks  = 7
	cameraEase  = 8
	shakeDecay  = 9
)

// Text sizes of the interface, in its own units, and its colours.
const (
	SizeSmall  = 14
	SizeBody   = 18
	SizeLarge  = 26
	SizeTitle  = 44
	SizeHuge   = 120
	PanelAlpha = 0.9
	// ShadeEdge is over how much the dark ground of text fades into the world, ShadeAlpha how dark it is.
	// ChosenAlpha is how much of the accent fills what is chosen.
	ShadeEdge   = 18
	ChosenAlpha = 0.1
	ShadeAlpha  = 0.62
)

// Colours of the interface.
var (
	TextColor   = rgb(0xe8f1ff)
	DimColor    = rgb(0x8fa3c8)
	FaintColor  = rgb(0x51628a)
	AccentColor = rgb(0x35e6ff)
	WarnColor   = rgb(0xffc04a)
	BadColor    = rgb(0xff5c6e)
	PanelColor  = rgb(0x070b1a)
	LineColor   = rgb(0x24345f)
	ShadowColor = rgb(0x000000)
	LogoLeft    = rgb(0x35e6ff)
	LogoRight   = rgb(0xff4fa3)
	LogoStroke  = Stroke{2.8, 34, 0.85}
)
