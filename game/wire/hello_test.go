package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenHello() Hello {
	return Hello{Protocol: 4, Rules: 0x0123456789abcdef, Name: "Ada", Token: Token{1, 2, 15: 9}, Presence: PresenceWatching, LastEvent: 70000}
}

func TestHelloHasTheseBytes(t *testing.T) {
	checkGolden[Hello](t, "970104cf0123456789abcdefa3416461c4100102000000000000000000000000000901ce00011170", AppendHello, goldenHello())
}

func TestHelloComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[Hello](t, AppendHello, Hello{
			Protocol: Protocol, Rules: rapid.Uint64().Draw(t, "rules"),
			Name: rapid.StringN(-1, -1, MaxName).Draw(t, "name"), Token: drawToken(t),
			Presence: Presence(rapid.IntRange(1, 3).Draw(t, "presence")), LastEvent: rapid.Uint32().Draw(t, "last event"),
		})
	})
}

func FuzzHello(f *testing.F) { fuzz[Hello](f, AppendHello, goldenHello()) }

func TestAHelloInAnotherProtocolIsReadUpToThat(t *testing.T) {
	frame := appendHead(nil, KindHello, 9)
	for field := range 9 {
		frame = appendUint(frame, uint64(field+Protocol+1))
	}
	m, err := open[Hello](frame)
	if err != nil || m != (Hello{Protocol: Protocol + 1, Rules: Protocol + 2}) {
		t.Errorf("%+v, %v", m, err)
	}
}
