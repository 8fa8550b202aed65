package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenKeyframe() Keyframe {
	return Keyframe{Tick: 4000, Reason: KeyframeHash}
}

func TestKeyframeHasTheseBytes(t *testing.T) {
	checkGolden[Keyframe](t, "9305cd0fa002", AppendKeyframe, goldenKeyframe())
}

func TestKeyframeComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[Keyframe](t, AppendKeyframe, Keyframe{Tick: rapid.Uint32().Draw(t, "tick"), Reason: KeyframeReason(rapid.IntRange(0, 3).Draw(t, "reason"))})
	})
}

func FuzzKeyframe(f *testing.F) { fuzz[Keyframe](f, AppendKeyframe, goldenKeyframe()) }
