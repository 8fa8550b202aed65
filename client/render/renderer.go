package render

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"bankshot/assets"
	"bankshot/client/predict"
)

// Renderer builds frames and draws them. One goroutine, that of the game loop, uses it.
type Renderer struct {
	Cam Camera
	// UI is how many pixels a unit of the interface has: as the world's, but larger where the window is small.
	UI float32
	// Text takes the interface's text and boxes, Overlay its lines, all in pixels, between Frame and Flush.
	Text    Type
	Overlay Batch
	// Calm leaves out what moves only to please: swirls, stripes, flicker. Steady leaves out the shake, Soft has nothing
	// become white or light the ground up at once.
	Calm, Steady, Soft bool
	// Nameless leaves the names of ships out: a dark veil is to lie over the world, and they would shine through it.
	Nameless bool

	field, edges, light Batch
	out                 outline
	fx                  effects
	// now is my time in ticks, tick and round those of the View before.
	now, tick float64
	screenW   float32
	screenH   float32

	shader *ebiten.Shader
	glyphs *ebiten.Image
	glow   ebiten.DrawTrianglesShaderOptions
	flat   ebiten.DrawTrianglesOptions
}

// New compiles the shader and reads the font.
func New() (*Renderer, error) {
	shader, err := ebiten.NewShader(assets.GlowShader)
	if err != nil {
		return nil, err
	}
	a, err := newAtlas()
	if err != nil {
		return nil, err
	}
	return &Renderer{shader: shader, Text: Type{atlas: a}}, nil
}

// Frame builds the world of a frame of w x h device pixels; device is how many of them a CSS pixel, or a desktop's
// logical one, has.
func (r *Renderer) Frame(w, h int, device float64, v *predict.View) {
	r.begin(w, h, device)
	if !v.Ready || v.Arena == nil {
		r.nowhere()
		r.bars()
		return
	}
	r.arena(v)
	ticks := r.pass(v)
	r.fx.soft = r.Soft
	r.fx.advance(ticks)
	r.happen(v)
	aim, leads := float32(0), false
	if v.Me >= 0 && v.Ships[v.Me].Alive {
		aim, leads = v.Ships[v.Me].Aim, true
	}
	if r.Steady {
		r.Cam.shake = 0
	}
	r.Cam.Follow(v.Focus, aim, leads, r.out.W, r.out.H, ticks)
	r.world(v)
	r.bars()
}

// nowhere is the bare floor, until there is an arena on it.
func (r *Renderer) nowhere() {
	c := &r.Cam
	r.field.rect(c.Left, c.Top, c.Left+c.W, c.Top+c.H, 0, 0, ViewW, ViewH, Background, 1, GridColor.R, GridColor.G, GridColor.B, kindFloor)
}

func (r *Renderer) begin(w, h int, device float64) {
	r.screenW, r.screenH = float32(w), float32(h)
	r.Cam.Fit(w, h)
	// A phone's window shows the same world at half the size; its text must not shrink with it.
	r.UI = r.Cam.Scale * min(max(0.82*float32(device)/r.Cam.Scale, 1), 1.6)
	r.Text.begin()
	for _, b := range []*Batch{&r.field, &r.edges, &r.light, &r.Overlay} {
		b.Reset()
	}
}

// arena begins anew when the arena changed.
func (r *Renderer) arena(v *predict.View) {
	if r.out.of != v.Arena {
		r.out.begin(v.Arena)
		r.fx.clear()
		r.Cam.started = false
	}
}

// Cut says that the next View has nothing to do with the one before: nothing of that is seen any more.
func (r *Renderer) Cut() {
	r.fx.clear()
	r.Cam = Camera{}
}

// pass is how many ticks passed since the View before: a rebase or a pause must not blow effects across the arena.
func (r *Renderer) pass(v *predict.View) float32 {
	ticks := min(max(v.Tick-r.tick, 0), 6)
	r.tick = v.Tick
	// Only phases of loops read now: wrapping it keeps its sines exact for ever.
	r.now = math.Mod(r.now+ticks, 1<<20)
	return float32(ticks)
}

// motion is the time by which decoration moves; with Calm it stands still.
func (r *Renderer) motion() float64 {
	if r.Calm {
		return 0
	}
	return r.now
}

// world builds what the View shows.
func (r *Renderer) world(v *predict.View) {
	r.out.look(&r.Cam)
	r.out.draw(&r.field, &r.edges, &r.Cam, r.motion())
	r.portals()
	r.glass(v)
	r.goals(v)
	for i := range v.Pickups {
		r.pickup(&v.Pickups[i])
	}
	r.aimLine(v.AimLine)
	for i := range v.Beams {
		r.beam(&v.Beams[i])
	}
	r.floorLight(v.Shots)
	for i := range v.Shots {
		r.shot(&v.Shots[i])
	}
	near := r.tagsWithin(v)
	for i := range v.Ships {
		if i != v.Me {
			s := &v.Ships[i]
			r.ship(s, r.fx.flash(s.Seat))
			r.arms(s, r.fx.mirrored(s.Seat))
			if distance(s.Pos, v.Focus) < near {
				r.tag(s)
			}
		}
	}
	if v.Me >= 0 {
		r.ship(&v.Ships[v.Me], r.fx.flash(v.Ships[v.Me].Seat))
		r.arms(&v.Ships[v.Me], r.fx.mirrored(v.Ships[v.Me].Seat))
		r.tag(&v.Ships[v.Me])
	}
	r.fx.draw(&r.light, &r.Cam)
}

// bars cover what lies outside the view.
func (r *Renderer) bars() {
	c := &r.Cam
	if c.Top >= 0.5 {
		r.Text.Box(0, 0, r.screenW, c.Top, Letterbox, 1)
		r.Text.Box(0, c.Top+c.H, r.screenW, r.screenH-c.Top-c.H, Letterbox, 1)
	}
	if c.Left >= 0.5 {
		r.Text.Box(0, 0, c.Left, r.screenH, Letterbox, 1)
		r.Text.Box(c.Left+c.W, 0, r.screenW-c.Left-c.W, r.screenH, Letterbox, 1)
	}
}

// maxBlend keeps the brighter of the two: where lines of a wall or a frame meet, nothing adds up to a spot.
var maxBlend = ebiten.Blend{
	BlendFactorSourceRGB: ebiten.BlendFactorOne, BlendFactorSourceAlpha: ebiten.BlendFactorOne,
	BlendFactorDestinationRGB: ebiten.BlendFactorOne, BlendFactorDestinationAlpha: ebiten.BlendFactorOne,
	BlendOperationRGB: ebiten.BlendOperationMax, BlendOperationAlpha: ebiten.BlendOperationMax,
}

// Flush draws the frame: at most seven calls.
func (r *Renderer) Flush(screen *ebiten.Image) {
	r.upload()
	r.shapes(screen, &r.field, ebiten.BlendSourceOver)
	r.shapes(screen, &r.edges, maxBlend)
	r.shapes(screen, &r.light, ebiten.BlendLighter)
	r.quads(screen, &r.Text.tags)
	r.quads(screen, &r.Text.boxes)
	r.shapes(screen, &r.Overlay, maxBlend)
	r.quads(screen, &r.Text.glyphs)
}

func (r *Renderer) shapes(screen *ebiten.Image, b *Batch, blend ebiten.Blend) {
	if len(b.I) == 0 {
		return
	}
	r.glow.Blend = blend
	screen.DrawTrianglesShader32(b.V, b.I, r.shader, &r.glow)
}

func (r *Renderer) quads(screen *ebiten.Image, f *flat) {
	if len(f.i) == 0 {
		return
	}
	r.flat.ColorScaleMode = ebiten.ColorScaleModePremultipliedAlpha
	screen.DrawTriangles32(f.v, f.i, r.glyphs, &r.flat)
}

// upload sends new letters to the screen's memory.
func (r *Renderer) upload() {
	a := r.Text.atlas
	if r.glyphs == nil {
		r.glyphs = ebiten.NewImageWithOptions(image.Rect(0, 0, atlasSide, atlasSide), &ebiten.NewImageOptions{Unmanaged: true})
	}
	if a.dirty.Empty() {
		return
	}
	// Whole rows are contiguous in memory: no copy has to be made of them.
	rows := a.dirty
	rows.Min.X, rows.Max.X = 0, atlasSide
	part := r.glyphs.SubImage(rows).(*ebiten.Image)
	part.WritePixels(a.pix[rows.Min.Y*atlasSide*4 : rows.Max.Y*atlasSide*4])
	a.dirty = image.Rectangle{}
}
