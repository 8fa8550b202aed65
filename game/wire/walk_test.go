package wire

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"
)

// hotFrame is what every player sends thirty times a second.
func hotFrame() []byte {
	return AppendInput(nil, &Input{
		First: 1_000_000, Echo: 999_990, View: 15_999_800, Count: 2,
		Payloads: [MaxInputs][]byte{{1, 2, 3}, {4, 5, 6}},
	})
}

func TestAFrameGivesItsMessagesInOrder(t *testing.T) {
	frame := AppendPing(nil, &Ping{Nonce: 7})
	frame = append(frame, hotFrame()...)
	frame = AppendCommand(frame, &Command{N: 9, Data: []byte("vote")})
	var all Messages
	for range 2 { // a Messages is used again for the next frame
		if err := all.Open(frame, FromClient()); err != nil || all.Len() != 3 {
			t.Fatal(all.Len(), err)
		}
		var ping Ping
		var in Input
		var cmd Command
		for _, want := range []struct {
			kind   Kind
			decode func(Args) error
		}{{KindPing, ping.Decode}, {KindInput, in.Decode}, {KindCommand, cmd.Decode}} {
			kind, args, ok := all.Next()
			if !ok || kind != want.kind {
				t.Fatalf("%v %v, not %v", kind, ok, want.kind)
			}
			if err := want.decode(args); err != nil {
				t.Fatal(err)
			}
		}
		if _, _, ok := all.Next(); ok {
			t.Error("there is a fourth")
		}
		if ping.Nonce != 7 || in.First != 1_000_000 || string(cmd.Data) != "vote" {
			t.Error(ping, in, cmd)
		}
	}
}

func TestAFrameIsRefusedAsAWhole(t *testing.T) {
	var all Messages
	frame := append(AppendPing(nil, &Ping{}), 0x92, 6)
	if all.Open(frame, FromClient()) == nil {
		t.Fatal("the second message lacks its field")
	}
	if _, _, ok := all.Next(); ok {
		t.Error("the first message of a bad frame was handed out")
	}
}

func TestIntegersMayComeInAnyWidth(t *testing.T) {
	for _, seven := range []string{
		"\x07", "\xcc\x07", "\xcd\x00\x07", "\xce\x00\x00\x00\x07", "\xcf\x00\x00\x00\x00\x00\x00\x00\x07",
		"\xd0\x07", "\xd1\x00\x07", "\xd2\x00\x00\x00\x07", "\xd3\x00\x00\x00\x00\x00\x00\x00\x07",
	} {
		m, err := open[Ping]([]byte("\x92\x06" + seven))
		if err != nil || m.Nonce != 7 {
			t.Errorf("% x: %d, %v", seven, m.Nonce, err)
		}
		if m, err := open[Ping]([]byte("\x92\xcc\x06" + seven)); err != nil || m.Nonce != 7 {
			t.Errorf("wide number, % x: %d, %v", seven, m.Nonce, err)
		}
	}
	for _, bad := range []string{"\xff", "\xd0\xff", "\xd3\xff\xff\xff\xff\xff\xff\xff\xff", "\xcf\x00\x00\x00\x01\x00\x00\x00\x00"} {
		if m, err := open[Ping]([]byte("\x92\x06" + bad)); err == nil {
			t.Errorf("% x was taken for %d", bad, m.Nonce)
		}
	}
}

func TestWalkingAndDecodingAnInputAllocatesNothing(t *testing.T) {
	frame := hotFrame()
	lim := FromClient()
	var all Messages
	if n := testing.AllocsPerRun(100, func() {
		if err := all.Open(frame, lim); err != nil {
			t.Fatal(err)
		}
		_, args, _ := all.Next()
		var in Input
		if err := in.Decode(args); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v times", n)
	}
}

func TestWalkingAgreesWithReadingByTheLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var frame []byte
		for range rapid.IntRange(1, MaxArrays).Draw(t, "messages") {
			n := rapid.IntRange(0, 5).Draw(t, "fields")
			frame = appendHead(frame, Kind(rapid.IntRange(1, 127).Draw(t, "number")), n)
			for range n {
				switch rapid.IntRange(0, 4).Draw(t, "type") {
				case 0:
					frame = appendUint(frame, rapid.Uint64().Draw(t, "uint"))
				case 1:
					frame = appendInt8(frame, rapid.Int8().Draw(t, "int"))
				case 2:
					frame = appendStr(frame, rapid.String().Draw(t, "str"), 400)
				case 3:
					frame = AppendBin(frame, rapid.SliceOf(rapid.Byte()).Draw(t, "bin"))
				case 4:
					frame = appendBool(frame, rapid.Bool().Draw(t, "bool"))
				}
			}
		}
		if err := walked(frame, FromServer()); err != nil {
			t.Fatalf("%x: %v", frame, err)
		}
		cut := rapid.IntRange(1, len(frame)-1).Draw(t, "cut")
		if walked(frame[:cut], FromServer()) == nil {
			var all Messages
			_ = all.Open(frame, FromServer())
			// A cut is right only between two messages.
			for range all.Len() {
				_, args, _ := all.Next()
				if len(args.b) == cut {
					return
				}
			}
			t.Fatalf("%x was taken for whole", frame[:cut])
		}
	})
}

// walked is what is wrong with a frame's structure.
func walked(frame []byte, lim Limits) error {
	var spans [MaxArrays]span
	_, err := walk(frame, lim, &spans)
	return err
}

func FuzzWalk(f *testing.F) {
	f.Add(hotFrame())
	for _, h := range hostile() {
		if len(h.frame) < 5<<10 {
			f.Add(h.frame)
		}
	}
	f.Fuzz(func(t *testing.T, frame []byte) {
		before := bytes.Clone(frame)
		decodeAll(frame)
		if !bytes.Equal(before, frame) {
			t.Fatal("reading changed the frame")
		}
	})
}

func BenchmarkWalkInput(b *testing.B) {
	frame, lim := hotFrame(), FromClient()
	b.ReportAllocs()
	b.SetBytes(int64(len(frame)))
	for b.Loop() {
		if err := walked(frame, lim); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpenAndDecodeInput(b *testing.B) {
	frame, lim := hotFrame(), FromClient()
	var all Messages
	var in Input
	b.ReportAllocs()
	for b.Loop() {
		if err := all.Open(frame, lim); err != nil {
			b.Fatal(err)
		}
		_, args, _ := all.Next()
		if err := in.Decode(args); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppendDelta(b *testing.B) {
	body := make([]byte, 12)
	frame := make([]byte, 0, 64)
	b.ReportAllocs()
	for b.Loop() {
		frame = AppendDelta(frame[:0], &Delta{Margin: 2, Body: body})
	}
}
