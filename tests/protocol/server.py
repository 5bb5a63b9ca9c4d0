"""A real server in a process of its own, on a port that it picks, with a data directory that goes
away. It is started, stopped and killed as its users and their machines do."""
import pathlib
import signal
import subprocess
import tempfile
import threading
import time

from contract import ROOT


class Server:
    def __init__(self, program, data=None, scenarios=None, options=()):
        self.program = str(program)
        self.options = options  # more words for `serve`
        self._folder = tempfile.TemporaryDirectory(prefix="casustafel-protocol.")
        self.data = pathlib.Path(data or self._folder.name) / ("" if data else "data")
        self.scenarios = str(scenarios or ROOT / "scenarios")
        self.key = None
        self.process = None

    def start(self, patience=60):
        """Starts and waits until it listens; False when it ended instead. What it said stays."""
        self.said, self.complained = [], []
        first = not (self.data / "casustafel.db").exists()
        self.process = subprocess.Popen(
            [self.program, "serve", "--listen", "127.0.0.1:0", "--data", str(self.data),
             "--scenarios", self.scenarios, *self.options],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            errors="replace")
        listens = threading.Event()  # or ended
        readers = [threading.Thread(target=self._read, args=(stream, lines, listens), daemon=True)
                   for stream, lines in ((self.process.stdout, self.said),
                                         (self.process.stderr, self.complained))]
        for reader in readers:
            reader.start()
        listens.wait(patience)
        url = self.word("listening")
        if url is None:
            for reader in readers:
                reader.join(patience)
            return False
        host, port = url.split("//", 1)[1].split("/", 1)[0].rsplit(":", 1)
        self.address = (host, int(port))
        while first and self.word("trainer-key") is None and self.process.poll() is None:
            time.sleep(0.01)
        self.key = self.word("trainer-key") or self.key
        return True

    def word(self, name):
        """The rest of the line of stdout that begins with this word, or None."""
        return next((line.split(" ", 1)[1] for line in self.said if line.startswith(name + " ")),
                    None)

    def kill(self):
        """As a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """As its administrator does; gives the exit code."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)

    def verb(self, *words, data=None):
        """Another verb of the program on the same data directory."""
        return subprocess.run([self.program, *words, "--data", str(data or self.data)],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              errors="replace", timeout=120)

    def memory_kb(self):
        """What the process keeps in memory."""
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith("VmRSS"):
                return int(line.split()[1])

    def __enter__(self):
        if not self.start():
            raise RuntimeError(f"the server does not start: {self.said} {self.complained}")
        return self

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.kill()
        self._folder.cleanup()

    @staticmethod
    def _read(stream, lines, listens):
        with stream:
            for line in stream:
                lines.append(line.rstrip("\n"))
                if line.startswith("listening "):
                    listens.set()
        listens.set()
