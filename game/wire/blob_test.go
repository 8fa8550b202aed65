package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenBlob() Blob {
	return Blob{ID: 0xfedcba9876543210, Data: []byte{1, 2, 3}}
}

func TestBlobHasTheseBytes(t *testing.T) {
	checkGolden[Blob](t, "9321cffedcba9876543210c403010203", AppendBlob, goldenBlob())
}

func TestBlobComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[Blob](t, AppendBlob, Blob{ID: rapid.Uint64().Draw(t, "id"), Data: rapid.SliceOfN(rapid.Byte(), 0, 70_000).Filter(func(b []byte) bool { return len(b) <= MaxBlob }).Draw(t, "data")})
	})
}

func FuzzBlob(f *testing.F) { fuzz[Blob](f, AppendBlob, goldenBlob()) }
