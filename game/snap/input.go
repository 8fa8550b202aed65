package snap

import "bankshot/game"

// The payload of an input, 3 bytes, the lowest byte first:
//
//	bits  0..11  aim      0..4095
//	bits 12..16  thrust   0..16
//	bits 17..23  buttons  fire, dash, mirror from the lowest on; the other four are 0
//
// The lag goes beside it: wire.Input.View says it for all payloads of a message.
const (
	// InputBytes is the length of an input's payload.
	InputBytes = 3

	thrustShift = 12
	buttonShift = 17
	aimMask     = game.AimSteps - 1
)

// AppendInput appends the payload of one tick's input. What is out of range is cut to its bits.
func AppendInput(dst []byte, in game.Input) []byte {
	v := uint32(in.Aim)&aimMask | uint32(in.Thrust&31)<<thrustShift | uint32(in.Buttons&game.AllButtons)<<buttonShift
	return append(dst, byte(v), byte(v>>8), byte(v>>16))
}

// DecodeInput reads the payload of one tick's input. Every input it accepts is in range.
func DecodeInput(b []byte) (game.Input, error) {
	if len(b) != InputBytes {
		return game.Input{}, ErrInputLength
	}
	v := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16
	in := game.Input{
		Aim:     uint16(v & aimMask),
		Thrust:  uint8(v >> thrustShift & 31),
		Buttons: game.Buttons(v >> buttonShift),
	}
	if in.Thrust >= game.Thrusts {
		return game.Input{}, ErrThrust
	}
	if in.Buttons&^game.AllButtons != 0 {
		return game.Input{}, ErrButtons
	}
	return in, nil
}
