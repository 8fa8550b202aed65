package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenReply() Reply {
	return Reply{N: 3, Error: "no such arena"}
}

func TestReplyHasTheseBytes(t *testing.T) {
	checkGolden[Reply](t, "932803ad6e6f2073756368206172656e61", AppendReply, goldenReply())
}

func TestReplyComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[Reply](t, AppendReply, Reply{N: rapid.Uint32().Draw(t, "n"), Error: rapid.StringN(-1, -1, MaxReason).Draw(t, "error")})
	})
}

func FuzzReply(f *testing.F) { fuzz[Reply](f, AppendReply, goldenReply()) }
