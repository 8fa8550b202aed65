package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenCommand() Command {
	return Command{N: 3, Data: []byte("vote 2")}
}

func TestCommandHasTheseBytes(t *testing.T) {
	checkGolden[Command](t, "930303c406766f74652032", AppendCommand, goldenCommand())
}

func TestCommandComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[Command](t, AppendCommand, Command{N: rapid.Uint32().Draw(t, "n"), Data: rapid.SliceOfN(rapid.Byte(), 1, MaxCommand).Draw(t, "data")})
	})
}

func FuzzCommand(f *testing.F) { fuzz[Command](f, AppendCommand, goldenCommand()) }
