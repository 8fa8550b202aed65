package main

import (
	"bankshot/bench/bot"
	"bankshot/bench/report"
	"bankshot/game/snap"
)

// contents is what the bytes of those who weigh them were, by kind; bodies in bits.
type contents struct {
	players                                int
	body                                   [snap.Parts]float64
	events, fulls, answers, heads, framing float64
	asked, times, others, framingUp        float64
}

func (c *contents) add(b *bot.Contents) {
	c.players++
	for i, bits := range b.Bodies.Bits {
		c.body[i] += bits
	}
	c.events += float64(b.Events)
	c.fulls += float64(b.Fulls)
	c.answers += float64(b.Answers)
	c.heads += float64(b.HeadsDown)
	c.framing += float64(b.FramesDown)
	c.asked += float64(b.Asked)
	c.times += float64(b.Times)
	c.others += float64(b.Others)
	c.framingUp += float64(b.FramesUp)
}

// contents are the figures of what bytes are spent on.
func (w *window) contents(r *report.Result) {
	a, b := &w.first().contents, &w.last().contents
	if b.players == 0 {
		return
	}
	each := func(first, last float64) *float64 {
		return report.Of((last - first) / (float64(b.players) * w.seconds()))
	}
	bodies := func(parts ...snap.Part) *float64 {
		first, last := 0.0, 0.0
		for _, p := range parts {
			first, last = first+a.body[p]/8, last+b.body[p]/8
		}
		return each(first, last)
	}
	r.BytesInputsS = bodies(snap.PartThrust, snap.PartMirror, snap.PartTriggers, snap.PartAim, snap.PartLag)
	r.BytesFactsS = bodies(snap.PartFacts)
	r.BytesHashS = bodies(snap.PartHash)
	r.BytesBodyS = bodies(snap.PartTick, snap.PartEnd)
	r.BytesEventsS = each(a.events, b.events)
	r.BytesFullsS = each(a.fulls, b.fulls)
	r.BytesAnswersS = each(a.answers, b.answers)
	r.BytesHeadsS = each(a.heads, b.heads)
	r.BytesFramingS = each(a.framing, b.framing)
	r.BytesUpAskedS = each(a.asked, b.asked)
	r.BytesUpTimesS = each(a.times, b.times)
	r.BytesUpOthersS = each(a.others, b.others)
	r.BytesUpFramingS = each(a.framingUp, b.framingUp)
}
