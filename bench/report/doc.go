// Package report is what a run of bench has found: the Result with every figure by its JSON name, and three ways to show
// it: a table for a terminal (Table), JSON for programs (JSON), and one page with curves for people (HTML).
//
//	measurements ─▶ Result ─▶ Table, JSON, HTML
//
// A figure that was not measured is nil: null in JSON, a dash in the table and on the page. Nothing here measures, and
// nothing is made up: Of turns what is no number into nil.
//
// Figures are listed once, in figures.go, with their units and meanings; the table and the page are drawn from that list.
// Hist is the histogram that percentiles come from, exact to half a hundredth. A Sheet is the same table and page for
// commands whose figures are others.
package report
