package match

import "encoding/binary"

func bit(yes bool) byte {
	if yes {
		return 1
	}
	return 0
}

func appendBlock(dst, block []byte) []byte {
	return append(binary.BigEndian.AppendUint32(dst, uint32(len(block))), block...)
}

// checkpoint reads the fields of one, one after another. What is not there any more reads as 0, and short says so.
type checkpoint struct {
	rest  []byte
	short bool
}

// cut takes n bytes off.
func (c *checkpoint) cut(n int) []byte {
	if c.short || n > len(c.rest) {
		c.short = true
		return nil
	}
	b := c.rest[:n]
	c.rest = c.rest[n:]
	return b
}

func (c *checkpoint) number(n int) (v uint64) {
	for _, b := range c.cut(n) {
		v = v<<8 | uint64(b)
	}
	return v
}

func (c *checkpoint) byte() byte     { return byte(c.number(1)) }
func (c *checkpoint) uint16() uint16 { return uint16(c.number(2)) }
func (c *checkpoint) uint32() uint32 { return uint32(c.number(4)) }
func (c *checkpoint) uint64() uint64 { return c.number(8) }

func (c *checkpoint) block() []byte { return c.cut(int(c.uint32())) }
