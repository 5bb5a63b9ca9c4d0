"""A WebSocket from the client's side over a plain socket: RFC 6455, what this contract needs of it.
Small and bare, so that a test can also send what no library would."""
import base64
import os
import select
import socket
import struct
import time

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10


class Closed(Exception):
    """The other side ended the line; `code` is what its close frame said, 0 when it said nothing."""

    def __init__(self, code):
        super().__init__(f"closed with {code}")
        self.code = code


def frame(kind, payload=b"", final=True, masked=True):
    """One WebSocket frame as a client sends it."""
    head = bytes([(0x80 if final else 0) | kind])
    mark, size = (0x80 if masked else 0), len(payload)
    if size < 126:
        head += bytes([mark | size])
    elif size < 65536:
        head += bytes([mark | 126]) + struct.pack(">H", size)
    else:
        head += bytes([mark | 127]) + struct.pack(">Q", size)
    if not masked:
        return head + payload
    mask = os.urandom(4)
    pattern = (mask * (size // 4 + 1))[:size]
    hidden = (int.from_bytes(payload, "big") ^ int.from_bytes(pattern, "big")).to_bytes(size, "big")
    return head + mask + hidden


def connect(address, source=None, seconds=10):
    """A TCP connection, from one address of this machine when `source` names it."""
    connection = socket.create_connection(address, seconds, source and (source, 0))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


class Line:
    """An open WebSocket. `address` is (host, port)."""

    def __init__(self, address, source=None, headers=()):
        self.socket = connect(address, source)
        self.waiting = b""
        self.pieces = b""
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [f"GET /ws HTTP/1.1", f"Host: {address[0]}:{address[1]}", "Upgrade: websocket",
                 "Connection: Upgrade", f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13",
                 *headers]
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        until = time.monotonic() + 10
        while b"\r\n\r\n" not in self.waiting:
            self._take(until - time.monotonic())
        head, self.waiting = self.waiting.split(b"\r\n\r\n", 1)
        self.status = int(head.split(b" ", 2)[1])
        if self.status != 101:
            raise Closed(self.status)

    def send(self, message):
        """One whole binary message."""
        self.send_raw(frame(BINARY, message))

    def send_raw(self, some_bytes):
        """Bytes as they are; that the line is gone shows at the next receive."""
        try:
            self.socket.settimeout(10)
            self.socket.sendall(some_bytes)
        except OSError:
            pass

    def receive(self, seconds):
        """The next whole message; None when none came in time. Answers pings on the way."""
        until = time.monotonic() + seconds
        while True:
            found = self._next_frame()
            if found is None:
                if not self._take(until - time.monotonic()):
                    return None
                continue
            final, kind, payload = found
            if kind == CLOSE:
                self.send_raw(frame(CLOSE, payload[:2]))
                self.cut()
                raise Closed(struct.unpack(">H", payload[:2])[0] if len(payload) > 1 else 0)
            if kind == PING:
                self.send_raw(frame(PONG, payload))
            elif kind != PONG:
                self.pieces += payload
                if final:
                    message, self.pieces = self.pieces, b""
                    return message

    def hang_up(self):
        """The end as a program says it that is done."""
        self.send_raw(frame(CLOSE, struct.pack(">H", 1000)))
        self.cut()

    def cut(self):
        """The end without a word."""
        self.socket.close()

    def _take(self, seconds):
        if self.socket.fileno() < 0:
            raise Closed(0)
        ready = select.poll()
        ready.register(self.socket, select.POLLIN)
        if not ready.poll(max(seconds, 0) * 1000):
            return False
        try:
            came = self.socket.recv(1 << 18)
        except OSError:
            came = b""
        if not came:
            self.cut()
            raise Closed(0)
        self.waiting += came
        return True

    def _next_frame(self):
        data = self.waiting
        if len(data) < 2:
            return None
        size, at = data[1] & 0x7F, 2
        if size == 126 and len(data) >= 4:
            size, at = struct.unpack(">H", data[2:4])[0], 4
        elif size == 127 and len(data) >= 10:
            size, at = struct.unpack(">Q", data[2:10])[0], 10
        elif size >= 126:
            return None
        if len(data) < at + size:
            return None
        self.waiting = data[at + size:]
        return bool(data[0] & 0x80), data[0] & 0x0F, data[at:at + size]
