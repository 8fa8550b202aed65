package wire

import (
	"bytes"
	"encoding/hex"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/vmihailenco/msgpack/v5"
)

// decoder is a pointer to a message.
type decoder[M any] interface {
	*M
	Decode(Args) error
}

// open reads a frame of one message.
func open[M any, P decoder[M]](frame []byte) (M, error) {
	var m M
	var all Messages
	if err := all.Open(frame, FromServer()); err != nil {
		return m, err
	}
	_, args, _ := all.Next()
	return m, P(&m).Decode(args)
}

// checkGolden holds a message to its bytes, and its decoder to refusing everything that is nearly them.
func checkGolden[M any, P decoder[M]](t *testing.T, want string, append func([]byte, *M) []byte, m M) {
	t.Helper()
	frame := append(nil, &m)
	if got := hex.EncodeToString(frame); got != want {
		t.Fatalf("the bytes are\n%s, not\n%s", got, want)
	}
	checkSame[M, P](t, append, m)
	for n := range frame {
		if _, err := open[M, P](frame[:n]); err == nil {
			t.Errorf("the first %d of %d bytes were taken for the whole", n, len(frame))
		}
	}
	longer := bytes.Clone(frame)
	longer[0]++
	longer = AppendBin(longer, make([]byte, MaxPayload+1))
	if _, err := open[M, P](longer); !errors.Is(err, ErrFields) && !errors.Is(err, ErrLength) {
		t.Errorf("with a field too many: %v", err)
	}
	shorter := []byte{0x91, frame[1]}
	if _, err := open[M, P](shorter); !errors.Is(err, ErrFields) {
		t.Errorf("without fields: %v", err)
	}
	other := bytes.Clone(frame)
	other[1] = 99
	if _, err := open[M, P](other); !errors.Is(err, ErrUnknown) {
		t.Errorf("with another number: %v", err)
	}
	for field := 1; field < int(frame[0]&15); field++ {
		if _, err := open[M, P](withNil(t, frame, field)); !errors.Is(err, ErrType) {
			t.Errorf("with nil for field %d: %v", field, err)
		}
	}
	checkLibrary(t, frame)
}

// withNil replaces one field, found by the library, by nil.
func withNil(t *testing.T, frame []byte, field int) []byte {
	t.Helper()
	r := bytes.NewReader(frame)
	dec := msgpack.NewDecoder(r)
	if _, err := dec.DecodeArrayLen(); err != nil {
		t.Fatal(err)
	}
	var out []byte
	for i := range int(frame[0] & 15) {
		raw, err := dec.DecodeRaw()
		if err != nil {
			t.Fatal(err)
		}
		if i == field {
			raw = []byte{0xc0}
		}
		out = append(out, raw...)
	}
	return append([]byte{frame[0]}, out...)
}

// checkLibrary lets an encoder that is not ours write the same values: it must come to the same bytes.
func checkLibrary(t *testing.T, frame []byte) {
	t.Helper()
	var values []any
	if err := msgpack.Unmarshal(frame, &values); err != nil {
		t.Fatalf("the library cannot read it: %v", err)
	}
	var b bytes.Buffer
	enc := msgpack.NewEncoder(&b)
	enc.UseCompactInts(true)
	if err := enc.Encode(values); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), frame) {
		t.Errorf("the library writes\n%x, not\n%x", b.Bytes(), frame)
	}
}

// checkSame says whether a message comes back as it went out.
func checkSame[M any, P decoder[M]](t interface {
	Helper()
	Fatalf(string, ...any)
}, append func([]byte, *M) []byte, m M,
) {
	t.Helper()
	frame := append(nil, &m)
	got, err := open[M, P](frame)
	if err != nil {
		t.Fatalf("%+v: %v", m, err)
	}
	if d := cmp.Diff(m, got, cmpopts.EquateEmpty()); d != "" {
		t.Fatalf("went out - came back +\n%s", d)
	}
}

// fuzz gives a decoder whatever comes. What it takes must go out and come back the same; what it refuses must be named.
func fuzz[M any, P decoder[M]](f *testing.F, append func([]byte, *M) []byte, seed M) {
	f.Add(append(nil, &seed))
	for _, h := range hostile() {
		if len(h.frame) < 1<<10 {
			f.Add(h.frame)
		}
	}
	f.Fuzz(func(t *testing.T, frame []byte) {
		m, err := open[M, P](frame)
		if err == nil {
			checkSame[M, P](t, append, m)
			return
		}
		if e := (*Error)(nil); !errors.As(err, &e) || e.Offset < 0 || e.Offset > len(frame) {
			t.Fatalf("unnamed or misplaced error: %v", err)
		}
	})
}
