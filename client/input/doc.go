// Package input turns keyboard, mouse, touch and pads into game.Input and the few commands of the interface.
//
// Data flow, once an Update: Reader.Read asks Ebitengine for the state of all devices and fills Devices, a plain value;
// Mapper.Map, which is pure, makes game.Input of it, and Mapper remembers only what the next call needs: the last aim,
// which device was used last, where fingers went down. scene calls both and hands the result to predict.
//
// The package must not know the match: it is told where on the screen my ship is, to aim from there.
package input
