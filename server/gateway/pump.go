package gateway

import "time"

// pump writes for a connection that has no try-write. It returns when the
// stream has ended and everything is out, or cannot be.
func (o *outbox) pump() {
	defer close(o.pumped)
	for range o.wake {
		for {
			o.mu.Lock()
			limit, ending := writeLimit, !o.open()
			if ending {
				limit = lingerLimit
			}
			p := o.held
			if len(p) > 0 {
				o.held, o.spare, o.flying = o.spare, nil, len(p)
			}
			o.mu.Unlock()
			if len(p) == 0 {
				if ending {
					return
				}
				break
			}
			_ = o.conn.SetWriteDeadline(time.Now().Add(limit))
			_, err := o.conn.Write(p)
			o.mu.Lock()
			o.flying, o.spare = 0, emptied(p)
			if err != nil {
				o.lost()
			}
			o.mu.Unlock()
			if err != nil {
				return
			}
		}
	}
}

func (o *outbox) wakePump() {
	select {
	case o.wake <- struct{}{}:
	default:
	}
}
