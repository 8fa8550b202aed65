package wire

import (
	"unicode"
	"unicode/utf8"
)

// pilotMark stands before the names of pilots on every screen.
const pilotMark = '◇'

// unseen says whether a letter shows nothing, though it counts as one: Hangul fillers and the Braille blank.
func unseen(r rune) bool {
	switch r {
	case '\u115F', '\u1160', '\u2800', '\u3164', '\uFFA0':
		return true
	}
	return false
}

// CleanName makes a name fit to be shown: runs of white space become one space; control and format characters (bidi
// overrides among them, which could turn a whole line around), private-use and unassigned ones are dropped, and so are
// more than two combining marks in a row; so are letters that show nothing, and the mark that pilots bear beside their
// names. It ends after at most MaxName bytes. What is left may be empty.
func CleanName(name string) string {
	var b [MaxName]byte
	out := b[:0]
	space, marks := false, 0
	for _, r := range name {
		switch {
		case unicode.IsSpace(r):
			space = len(out) > 0
			continue
		case r == utf8.RuneError, r == pilotMark, !unicode.IsGraphic(r), unseen(r):
			continue
		case unicode.IsMark(r):
			if marks++; marks > 2 || len(out) == 0 {
				continue
			}
		default:
			marks = 0
		}
		need := utf8.RuneLen(r)
		if space {
			need++
		}
		if len(out)+need > MaxName {
			break
		}
		if space {
			out, space = append(out, ' '), false
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}
