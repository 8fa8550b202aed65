package room

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// A code is three syllables of a consonant and a vowel, such as BAKOTI: easily said on the telephone. Letters that are
// taken for each other when spoken or read are left out (N for M, H, J, Q, W, X, Y, C), and so are digits. A code names a
// room, it does not guard it.
const (
	consonants = "BDFGKLMPRSTVZ"
	vowels     = "AEIOU"
	syllables  = 3
)

// unfit are parts of words that nobody should have to send to a friend.
var unfit = []string{"DIKE", "FAGO", "KAKA", "KIKE", "PEDO", "PUTA", "PUTO", "RAPE"}

// newCode draws a code.
func newCode(random io.Reader) (string, error) {
	for {
		code, err := draw(random)
		if err != nil || !slices.ContainsFunc(unfit, func(word string) bool { return strings.Contains(code, word) }) {
			return code, err
		}
	}
}

func draw(random io.Reader) (string, error) {
	const kinds = len(consonants) * len(vowels)
	var code [2 * syllables]byte
	for i := 0; i < syllables; {
		var b [1]byte
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return "", fmt.Errorf("room: drawing a code: %w", err)
		}
		if int(b[0]) >= 256/kinds*kinds {
			continue // every syllable is to be equally likely
		}
		n := int(b[0]) % kinds
		code[2*i], code[2*i+1] = consonants[n/len(vowels)], vowels[n%len(vowels)]
		i++
	}
	return string(code[:]), nil
}

// ParseCode reads a code as people write it: in any case, with hyphens or spaces, with 0 for O and 1 for I.
func ParseCode(s string) (string, error) {
	if len(s) > 4*syllables {
		return "", ErrCode
	}
	code := strings.NewReplacer("-", "", " ", "", "0", "O", "1", "I").Replace(strings.ToUpper(s))
	if len(code) != 2*syllables {
		return "", ErrCode
	}
	for i := range code {
		letters := consonants
		if i%2 == 1 {
			letters = vowels
		}
		if strings.IndexByte(letters, code[i]) < 0 {
			return "", ErrCode
		}
	}
	return code, nil
}
