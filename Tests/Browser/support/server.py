"""The program under test, as a process of its own that can be killed and started again on the same data."""
import json
import os
import pathlib
import signal
import socket
import subprocess
import time

from support.authority import ROOT, Authority
from support.desk import Desk

PATIENCE = 60  # seconds to load the demonstration on a busy machine


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`consilium demo` on a data directory. `origins` are further addresses a browser may come from."""

    def __init__(self, authority: Authority, folder: pathlib.Path, origins=()):
        self.authority = authority
        self.folder = folder
        self.port = free_port()
        self.url = f"https://localhost:{self.port}"
        self.origins = [self.url, *origins]
        self.process = None
        self.start()

    def start(self):
        certificates = self.authority.certificates
        command = [
            os.environ.get("CONSILIUM", ROOT / ".build/debug/consilium"), "demo", "--data", self.folder / "data", "--listen",
            f"127.0.0.1:{self.port}", "--certificate", certificates / "server.pem", "--key", certificates / "server.key",
            "--web", ROOT / "web-static", "--content", ROOT / "demo",
        ]
        for origin in self.origins:
            command += ["--origin", origin]
        with open(self.folder / "server.log", "ab") as log:
            self.process = subprocess.Popen([str(part) for part in command], stdout=log, stderr=log, cwd=ROOT)
        self._wait_until_ready()
        demonstration = json.loads((self.folder / "data/demo.json").read_text())
        self.people = {person["id"]: person for person in demonstration["people"]}

    def _wait_until_ready(self):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self.process.poll() is None, (self.folder / "server.log").read_text()
            try:
                with self.authority.context.wrap_socket(
                    socket.create_connection(("127.0.0.1", self.port), 2), server_hostname="localhost"
                ) as wire:
                    wire.sendall(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    if b" 200 " in wire.recv(64):
                        return
            except OSError:
                pass
            time.sleep(0.05)
        raise AssertionError("the server did not become ready")

    def kill(self):
        """As the power would: no goodbye, nothing flushed."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        assert self.process.wait(15) == 0, (self.folder / "server.log").read_text()[-2000:]

    def desk(self, person: str, case: str | None = None) -> Desk:
        """The HTTP interface as one of the demonstration's people uses it from a program."""
        return Desk(self.authority.context, self.port, self.people[person]["token"], case)

    def session(self, person: str) -> str:
        """Signs a person in; the value of the cookie."""
        sign_in = self.people[person]["signIn"]
        desk = Desk(self.authority.context, self.port, None, None, origin=self.url)
        return desk.sign_in(sign_in["login"], sign_in["password"])
