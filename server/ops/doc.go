// Package ops is what the server has for those who run it, beside the metrics
// that package gateway serves.
//
//	limit.go       a log that no client can fill
//	traces.go      what the program did in the seconds before a room overran
//	processors.go  uses no more processors than are needed
//	grafana.json   a board for Grafana
//	alerts.yml     rules for Prometheus' alerts
//	prometheus.yml an example of how Prometheus finds the server
//	README.md      how to set these up, and every metric with its meaning
//
// Main calls it. It must not know the rules, sockets or HTTP. That the board and
// the rules name only metrics that exist, and that no metric is forgotten, is
// held by a test of package main, which has a server to ask.
package ops
