package replay

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"bankshot/game/wire"
)

// A recording. u is an unsigned varint (7 bits a byte, lowest first, the top bit says that more follow); a part is u
// length and so many bytes; all other numbers have their lowest byte first.
//
//	4 bytes "BSRP"   1 byte version   8 bytes game.Rules
//	block, block … to the end
//
//	block:    4 bytes length of the content, 1..maxBlock   4 bytes its CRC-32C   content
//	content:  1 byte kind, then
//	  head     (the first block, and no other)  part note (UTF-8)   part arena (arena.AppendBinary)
//	  stretch  part public state (snap.AppendFull)   part body of a snapshot (snap.AppendDelta) … to the block's end
//
// The state of a stretch is the one that the stretch before it ends with, so that playing may begin with any of them.
// Recordings only ever grow by whole blocks. A process that dies in the middle leaves a torn one behind, which is seen by its
// checksum: everything before it plays.
const (
	magic   = "BSRP"
	version = 2
	preface = len(magic) + 1 + 8

	blockHead = 8
	// maxBlock leaves room for a head, and for a stretch of FullEvery snapshots, each as long as they get.
	maxBlock = wire.MaxBlob + wire.MaxShared + FullEvery*(wire.MaxDelta+4)
	// maxNote bounds the note, in bytes.
	maxNote = 4 << 10

	kindHead    = 1
	kindStretch = 2
)

// FullEvery is how many snapshots a stretch holds as a rule: about two seconds of a match, with two hashes.
const FullEvery = 2 * wire.HashEvery

// What can be wrong with a recording. Errors of snap, arena and game come wrapped in ErrBroken.
var (
	ErrMagic   = errors.New("replay: not a recording")
	ErrVersion = errors.New("replay: recorded in another version of the format")
	ErrRules   = errors.New("replay: recorded under other rules")
	ErrBroken  = errors.New("replay: broken recording")
	ErrEmpty   = errors.New("replay: nothing of the match was written")
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// seal writes the head of the block that begins at dst[at:], the room for which was left there.
func seal(dst []byte, at int) {
	content := dst[at+blockHead:]
	binary.LittleEndian.PutUint32(dst[at:], uint32(len(content)))
	binary.LittleEndian.PutUint32(dst[at+4:], crc32.Checksum(content, castagnoli))
}

// Torn says that the end of a recording cannot be read, as when the process that wrote it died.
type Torn struct {
	// At is where it begins, Bytes how many there are.
	At, Bytes int
}

func (t *Torn) Error() string {
	return fmt.Sprintf("replay: the last %d bytes, from byte %d on, are torn", t.Bytes, t.At)
}

// cutBlock takes the next block off b, ok unless it is torn.
func cutBlock(b []byte) (content, rest []byte, ok bool) {
	if len(b) < blockHead {
		return nil, nil, false
	}
	n := binary.LittleEndian.Uint32(b)
	sum := binary.LittleEndian.Uint32(b[4:])
	// An empty block is none: a file system may leave zeros where nothing was written.
	if b = b[blockHead:]; n == 0 || n > maxBlock || uint64(n) > uint64(len(b)) {
		return nil, nil, false
	}
	if crc32.Checksum(b[:n], castagnoli) != sum {
		return nil, nil, false
	}
	return b[:n:n], b[n:], true
}

// cutPart takes the next part off b.
func cutPart(b []byte, most int) (part, rest []byte, err error) {
	n, used := binary.Uvarint(b)
	if used <= 0 || n > uint64(most) || n > uint64(len(b)-used) {
		return nil, nil, fmt.Errorf("%w: a part does not end in its block", ErrBroken)
	}
	b = b[used:]
	return b[:n:n], b[n:], nil
}

func appendPart(dst, part []byte) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(part))), part...)
}
