"""The line of a network that lets no WebSocket through: the same messages in plain HTTP requests, as
server/net/README.md section lines has them. Each class is used as line.Line is."""
import base64
import select
import ssl
import time

from line import Closed, connect


class Talk:
    """One socket on which requests follow each other."""

    def __init__(self, address, source=None, tls=None):
        self.socket = connect(address, source)
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_hostname=address[0])
        self.host = f"{address[0]}:{address[1]}"
        self.waiting = b""

    def ask(self, method, path, body=b""):
        head = f"{method} {path} HTTP/1.1\r\nHost: {self.host}\r\nContent-Length: {len(body)}\r\n\r\n"
        try:
            self.socket.settimeout(10)
            self.socket.sendall(head.encode() + body)
        except OSError:
            pass  # that it is gone shows when the answer is read

    def until(self, mark, seconds):
        """What came up to and with this mark, or None."""
        until = time.monotonic() + seconds
        while mark not in self.waiting:
            if not self._take(until - time.monotonic()):
                return None
        found, self.waiting = self.waiting.split(mark, 1)
        return found + mark

    def answer(self, seconds=10):
        """(status, body) of the next answer; None when it did not come in time."""
        head = self.until(b"\r\n\r\n", seconds)
        if head is None:
            return None
        length = next((int(field.split(b":")[1]) for field in head.split(b"\r\n")
                       if field.lower().startswith(b"content-length:")), 0)
        until = time.monotonic() + 10
        while len(self.waiting) < length:
            if not self._take(until - time.monotonic()):
                raise Closed(0)
        body, self.waiting = self.waiting[:length], self.waiting[length:]
        return int(head.split(b" ", 2)[1]), body

    def close(self):
        self.socket.close()

    def _take(self, seconds):
        if self.socket.fileno() < 0:
            raise Closed(0)
        if not (isinstance(self.socket, ssl.SSLSocket) and self.socket.pending()):
            ready = select.poll()
            ready.register(self.socket, select.POLLIN)
            if not ready.poll(max(seconds, 0) * 1000):
                return False
        try:
            came = self.socket.recv(1 << 18)
        except OSError:
            came = b""
        if not came:
            self.close()
            raise Closed(0)
        self.waiting += came
        return True


class Posted:
    """What both ways have in common: a line is asked for, messages go up in posts."""

    def __init__(self, address, source=None, headers=(), tls=None):
        self.up = Talk(address, source, tls)
        self.down = Talk(address, source, tls)
        self.messages = []
        self.up.ask("POST", "/line")
        status, name = self.up.answer()
        if status != 200:
            raise Closed(status)
        self.path = "/line/" + name.decode()
        self.begin()

    def send(self, message):
        """One whole message; that the line is gone shows at the next receive."""
        self.post(len(message).to_bytes(4, "big") + message)

    def post(self, body):
        """A body as it is; gives the status of the answer, 0 when there was none."""
        try:
            self.up.ask("POST", self.path + "/send", body)
            return self.up.answer()[0]
        except (Closed, TypeError):
            return 0

    def receive(self, seconds):
        """The next message; None when none came in time."""
        until = time.monotonic() + seconds
        while not self.messages:
            if not self.listen(max(until - time.monotonic(), 0)):
                return None
        return self.messages.pop(0)

    def hang_up(self):
        self.up.ask("POST", self.path + "/close")
        self.up.answer()
        self.cut()

    def cut(self):
        self.up.close()
        self.down.close()

    def _ended(self, words):
        self.cut()
        raise Closed(int(words.split(b" ")[0]))


class Streamed(Posted):
    """Server-sent events come down."""

    def begin(self):
        self.down.ask("GET", self.path + "/events")
        head = self.down.until(b"\r\n\r\n", 10)
        if b" 200 " not in head or b"text/event-stream" not in head:
            raise Closed(0)

    def listen(self, seconds):
        event = self.down.until(b"\n\n", seconds)
        if event is None:
            return False
        data = [row[6:] for row in event.split(b"\n") if row.startswith(b"data: ")]
        if event.startswith(b"event: close"):
            self._ended(data[0])
        self.messages += [base64.b64decode(row) for row in data]
        return True


class Polled(Posted):
    """One request after another asks what is new."""

    def begin(self):
        self.asked = False

    def listen(self, seconds):
        if not self.asked:
            self.down.ask("GET", self.path + "/poll")
            self.asked = True
        answer = self.down.answer(seconds)
        if answer is None:
            return False
        self.asked = False
        status, body = answer
        if status == 410:
            self._ended(body)
        if status == 404:
            self.cut()
            raise Closed(0)
        while body:
            size = int.from_bytes(body[:4], "big")
            self.messages.append(body[4:4 + size])
            body = body[4 + size:]
        return True
