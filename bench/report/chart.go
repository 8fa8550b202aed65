package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A chart's measures, in the SVG's own units.
const (
	chartWidth  = 420
	chartHeight = 220
	left        = 46
	right       = 12
	top         = 10
	bottom      = 26
	plotWidth   = chartWidth - left - right
	plotHeight  = chartHeight - top - bottom
	// ticksWanted is about how many marks an axis gets.
	ticksWanted = 4
)

// chart is one picture, ready to be drawn: everything that has to be computed is.
type chart struct {
	Title, Unit, About string
	Width, Height      int
	Left, Right        int // of the plot
	Top, Bottom        int
	YTicks, XTicks     []mark
	Lines              []drawnLine
	Bars               []bar
	Marks              []mark // upright, with a label
	Empty              bool
}

type mark struct {
	At    float64
	Label string
}

type drawnLine struct {
	Name, Class, Path string
	Dots              []dot // of points that have no neighbours
}

type dot struct{ X, Y float64 }

type bar struct {
	X, Y, Width, Height float64
	About               string
}

func newChart(title, unit string) chart {
	return chart{
		Title: title, Unit: unit, Width: chartWidth, Height: chartHeight,
		Left: left, Right: chartWidth - right, Top: top, Bottom: chartHeight - bottom,
	}
}

// axis turns values into places.
type axis struct{ low, high, from, to float64 }

func (a axis) at(v float64) float64 {
	at := a.from + (v-a.low)/(a.high-a.low)*(a.to-a.from)
	return math.Round(at*10) / 10
}

// ticks are round numbers on the axis.
func (a axis) ticks() []mark {
	step := roundStep((a.high - a.low) / ticksWanted)
	var marks []mark
	for i := math.Ceil(a.low / step); i*step <= a.high*(1+1e-9); i++ {
		marks = append(marks, mark{a.at(i * step), short(i * step)})
	}
	return marks
}

// roundStep is the next of 1, 2, 2.5, 5 times a power of ten.
func roundStep(v float64) float64 {
	if v <= 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if v <= m*power*(1+1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// short is a number in few characters.
func short(v float64) string {
	if math.Abs(v) >= 1e4 {
		return strconv.FormatFloat(math.Round(v/100)/10, 'f', -1, 64) + "k"
	}
	return strconv.FormatFloat(v, 'g', 4, 64)
}

// curve draws a series.
func curve(s *Series) chart {
	c := newChart(s.Name, s.Unit)
	low, high := 0.0, 0.0
	points := 0
	for _, l := range s.Lines {
		for _, v := range l.Values {
			if v != nil {
				low, high = min(low, *v), max(high, *v)
				points++
			}
		}
	}
	if points == 0 || len(s.TimeS) == 0 {
		c.Empty = true
		return c
	}
	if high == low {
		high = low + 1
	}
	y := axis{low, low + (high-low)*1.08, chartHeight - bottom, top}
	x := axis{0, max(s.TimeS[len(s.TimeS)-1], 1), left, chartWidth - right}
	c.YTicks, c.XTicks = y.ticks(), x.ticks()
	along := " s"
	if s.Along != "" {
		along = " " + s.Along
	} else {
		for i := range c.XTicks {
			c.XTicks[i].Label += along
		}
	}
	var about []string
	for i, l := range s.Lines {
		d := drawnLine{Name: l.Name, Class: "line" + strconv.Itoa(i%3)}
		var path strings.Builder
		for k := 0; k < len(l.Values) && k < len(s.TimeS); k++ {
			v := l.Values[k]
			if v == nil {
				continue
			}
			px, py := x.at(s.TimeS[k]), y.at(*v)
			before := k > 0 && l.Values[k-1] != nil
			after := k+1 < len(l.Values) && l.Values[k+1] != nil
			switch {
			case !before && !after:
				d.Dots = append(d.Dots, dot{px, py})
			case !before:
				fmt.Fprintf(&path, "M%g %g", px, py)
			default:
				fmt.Fprintf(&path, "L%g %g", px, py)
			}
		}
		d.Path = path.String()
		c.Lines = append(c.Lines, d)
		about = append(about, l.Name)
	}
	c.About = fmt.Sprintf("%s over %s%s: %s", s.Name, short(s.TimeS[len(s.TimeS)-1]), along, strings.Join(about, ", "))
	return c
}

// barsOf draws a histogram.
func barsOf(h *Histogram) chart {
	c := newChart(h.Name, h.Unit)
	most, all := uint64(0), uint64(0)
	for _, b := range h.Bins {
		most, all = max(most, b.N), all+b.N
	}
	if most == 0 {
		c.Empty = true
		return c
	}
	y := axis{0, 100 * float64(most) / float64(all) * 1.05, chartHeight - bottom, top}
	c.YTicks = y.ticks()
	for i := range c.YTicks {
		c.YTicks[i].Label += " %"
	}
	n := float64(len(h.Bins))
	x := axis{h.Bins[0].From, h.Bins[len(h.Bins)-1].To, left, chartWidth - right}
	place := x.at // where a value lies
	if h.Uneven {
		place = func(v float64) float64 { return unevenAt(h.Bins, v) }
		every := max(1, int(math.Ceil(n/6)))
		for i := 0; i < len(h.Bins); i += every {
			c.XTicks = append(c.XTicks, mark{left + plotWidth*float64(i)/n, short(h.Bins[i].From)})
		}
	} else {
		c.XTicks = x.ticks()
	}
	width := plotWidth / n
	for i, b := range h.Bins {
		share := 100 * float64(b.N) / float64(all)
		at := y.at(share)
		about := fmt.Sprintf("%s to %s %s: %s %%", short(b.From), short(b.To), h.Unit, short(math.Round(share*100)/100))
		if h.Uneven && b.From == b.To {
			about = fmt.Sprintf("above %s %s: %s %%", short(b.From), h.Unit, short(math.Round(share*100)/100))
		}
		c.Bars = append(c.Bars, bar{
			X: math.Round((left+width*float64(i))*10) / 10, Width: math.Round((width-1)*10) / 10,
			Y: at, Height: chartHeight - bottom - at, About: about,
		})
	}
	for _, m := range []struct {
		name string
		at   *float64
	}{{"p50", h.P50}, {"p99", h.P99}} {
		if m.at != nil {
			at := min(max(place(*m.at), left), chartWidth-right)
			c.Marks = append(c.Marks, mark{at, m.name + " " + strconv.FormatFloat(*m.at, 'g', 3, 64)})
		}
	}
	if len(c.Marks) == 2 && c.Marks[1].At-c.Marks[0].At < 8 {
		c.Marks = c.Marks[1:] // they would lie on top of each other
	}
	c.About = fmt.Sprintf("%s: %d values", h.Name, all)
	return c
}

// unevenAt is where a value lies among bars that are all drawn equally wide.
func unevenAt(bins []Bin, v float64) float64 {
	width := plotWidth / float64(len(bins))
	for i, b := range bins {
		if v <= b.To && b.To > b.From {
			return left + width*(float64(i)+max(0, v-b.From)/(b.To-b.From))
		}
	}
	return chartWidth - right
}
