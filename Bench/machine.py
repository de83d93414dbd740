"""What is measured with: the board, the reference in C, the load generator, each a process that is started and ended here."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time


class Failed(Exception):
    """A run that could not be made."""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until_listening(port, process, seconds=30):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Failed(f"{process.args[0]} ended with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise Failed(f"{process.args[0]} does not listen")


class Bench:
    """The programs, the certificate and a folder for everything a run leaves behind."""

    def __init__(self, board, tools):
        self.board = board
        self.folder = tempfile.mkdtemp(prefix="consilium-bench-")
        self.certificates = os.path.join(self.folder, "certs")
        self.site = os.path.join(self.folder, "site")
        self.seeds = {}
        self.loadgen = self._build(tools, "loadgen", ["make", "-s", "loadgen"])
        self.reference = self._build(tools, "limitserver", ["gcc", "-O2", "-o", "limitserver", "limitserver.c", "-lssl", "-lcrypto"])
        self.sqlite = self._build(tools, "sqlitebench", ["gcc", "-O2", "-o", "sqlitebench", "sqlitebench.c", "-lsqlite3"])
        script = os.path.join(os.path.dirname(__file__), "..", "certs", "make-development-certificate.sh")
        subprocess.run(["bash", script, self.certificates], check=True, stdout=subprocess.DEVNULL)
        os.makedirs(self.site)
        with open(os.path.join(self.site, "index.html"), "w", encoding="ascii") as page:
            page.write("x" * 1024)

    def _build(self, tools, name, command):
        copy = os.path.join(self.folder, "tools")
        if not os.path.isdir(copy):
            shutil.copytree(tools, copy)
        subprocess.run(command, cwd=copy, check=True)
        return os.path.join(copy, name)

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def seed(self, rooms, members):
        """The data of so many rooms, made once: its folder, and the members' tokens room by room."""
        if (rooms, members) not in self.seeds:
            data = os.path.join(self.folder, f"seed-{rooms}x{members}")
            tokens = data + ".tokens"
            subprocess.run([self.board, "seed", "--data", data, "--rooms", str(rooms), "--members", str(members),
                            "--tokens", tokens], check=True)
            self.seeds[rooms, members] = (data, tokens)
        return self.seeds[rooms, members]

    def load(self, mode, server, arguments):
        """One run of the load generator against a server; its figures."""
        command = [self.loadgen, mode, "--port", str(server.port), "--cafile", os.path.join(self.certificates, "ca.pem"),
                   "--pid", str(server.process.pid)] + arguments
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode == 2 or not done.stdout.startswith("{"):
            raise Failed(f"{' '.join(command)}: {done.stderr.strip()[-300:]}")
        return json.loads(done.stdout)


class Server:
    """A process that serves on a port of its own until the block ends; its data goes with it."""

    def __init__(self, command, port, ends_with_input, data=None):
        self.command, self.port, self.ends_with_input, self.data = command, port, ends_with_input, data

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        wait_until_listening(self.port, self.process)
        return self

    def __exit__(self, *_):
        if self.ends_with_input:
            self.process.stdin.close()
        else:
            self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.data:
            shutil.rmtree(self.data, ignore_errors=True)


def board(bench, rooms, members, *more):
    """Our server on a fresh copy of seeded rooms."""
    seed, _ = bench.seed(rooms, members)
    port = free_port()
    data = os.path.join(bench.folder, f"data-{port}")
    shutil.copytree(seed, data, ignore=shutil.ignore_patterns("administration", "lock"))
    return Server([bench.board, "serve", "--data", data, "--port", str(port),
                   "--certificate", bench.certificates + "/server.pem", "--key", bench.certificates + "/server.key",
                   "--site", bench.site, *(more or ["--echo"])], port, ends_with_input=True, data=data)


def reference(bench, joined=False):
    """The least a server in C can do; `joined` writes the frames of a tick together."""
    port = free_port()
    command = [bench.reference, str(port), bench.certificates + "/server.pem", bench.certificates + "/server.key"]
    return Server(command + (["-c"] if joined else []), port, ends_with_input=False)
