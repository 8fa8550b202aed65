package wire

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

func drawToken(t *rapid.T) (token Token) {
	if rapid.Bool().Draw(t, "has token") {
		copy(token[:], rapid.SliceOfN(rapid.Byte(), TokenBytes, TokenBytes).Draw(t, "token"))
	}
	return token
}

func TestATokenIsWholeOrAbsent(t *testing.T) {
	without := AppendHello(nil, &Hello{Presence: PresenceHere})
	if m, err := open[Hello](without); err != nil || !m.Token.IsZero() {
		t.Error(m.Token, err)
	}
	half := appendHead(nil, KindHello, 6)
	half = append(half, Protocol, 1, 0xa0)
	half = AppendBin(half, make([]byte, 8))
	half = append(half, 2, 0)
	if _, err := open[Hello](half); !errors.Is(err, ErrLength) {
		t.Error(err)
	}
}
