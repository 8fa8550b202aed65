//go:build !linux

package floor

import "context"

func serveEpoll(context.Context, *job) error { return ErrPlatform }
