// Package child runs the real server as a process of its own, for bench and for tests that must see it from outside: its
// CPU time, its memory, its metrics, its end.
//
//	binary, cleanup, err := child.Build(ctx)
//	server, err := child.Start(ctx, child.Config{Binary: binary, Args: []string{"-rooms", "4000"}})
//	... server.URL(), server.Usage(), server.Metrics(ctx) ...
//	err = server.Stop()
//
// The server listens on ports of the loopback address that the kernel chooses, keeps its files in a temporary folder and
// compiles no browser client. It never outlives its parent: Stop ends it by its process id, and on Linux the kernel kills
// it when the parent is gone without having called Stop, whatever the reason.
//
// The package knows the server by its flags, its log and its metrics alone: it imports nothing of it.
package child
