package wire

// Token proves that a connection continues an earlier one: who holds it gets the seat, the ship and the score back.
// The zero Token is none.
type Token [TokenBytes]byte

// IsZero says that there is no token.
func (t Token) IsZero() bool { return t == Token{} }

// appendToken writes 16 bytes, or an empty bin for none.
func appendToken(dst []byte, t Token) []byte {
	if t.IsZero() {
		return AppendBin(dst, nil)
	}
	return AppendBin(dst, t[:])
}

// token reads an empty bin or one of 16 bytes.
func (a *Args) token() Token {
	var t Token
	b := a.bin(0, TokenBytes)
	if len(b) != 0 && len(b) != TokenBytes {
		a.fail(ErrLength)
		return t
	}
	copy(t[:], b)
	return t
}
