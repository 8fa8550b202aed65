package gateway

import (
	"crypto/tls"
	"errors"
	"net"
)

// tune sets what a game wants of a connection: nothing waits for company, and
// little waits in the kernel, where it could no longer be replaced by news.
func tune(conn net.Conn) error {
	if secured, ok := conn.(*tls.Conn); ok {
		conn = secured.NetConn()
	}
	tcp, ok := conn.(*net.TCPConn)
	if !ok {
		return nil
	}
	return errors.Join(tcp.SetNoDelay(true), tcp.SetWriteBuffer(sendBuffer), giveUpAfter(tcp, userTimeout))
}
