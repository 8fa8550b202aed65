package trick

import (
	"errors"
	"fmt"
)

// ErrDate says that something is no date.
var ErrDate = errors.New("trick: a date looks like 2026-11-23")

// Date is a day of the calendar.
type Date struct{ Year, Month, Day int }

// First is the first day that there is a challenge for.
var First = Date{2026, 1, 1}

// ParseDate reads a date as String writes it.
func ParseDate(s string) (Date, error) {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return Date{}, fmt.Errorf("%w, not like %.20q", ErrDate, s)
	}
	d := Date{digits(s[:4]), digits(s[5:7]), digits(s[8:])}
	if d.Year < 1 || d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > daysIn(d.Year, d.Month) {
		return Date{}, fmt.Errorf("%w: there is no %s", ErrDate, s)
	}
	return d, nil
}

// String is the date as 2006-01-02, whose order is that of time.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Before says whether d is an earlier day.
func (d Date) Before(o Date) bool {
	if d.Year != o.Year {
		return d.Year < o.Year
	}
	if d.Month != o.Month {
		return d.Month < o.Month
	}
	return d.Day < o.Day
}

// Next is the day after.
func (d Date) Next() Date {
	switch {
	case d.Day < daysIn(d.Year, d.Month):
		d.Day++
	case d.Month < 12:
		d.Month, d.Day = d.Month+1, 1
	default:
		d = Date{d.Year + 1, 1, 1}
	}
	return d
}

// digits is the number that s writes, -1 if it is none.
func digits(s string) int {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
