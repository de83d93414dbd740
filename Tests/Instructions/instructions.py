"""Counts the instructions that a command, a delivery and a ballot cost the server, and holds them against what was recorded.

usage: instructions.py BENCHBOARD CERTIFICATES [--record]

The server runs under callgrind, which counts instructions whatever else the machine does; what it costs to start, to sign
in and to join is taken off by running each load twice, with few things said and with many. A figure beyond FACTOR times
the recorded one fails, and so does one that has become so much less that what was recorded says nothing any more.
The last line is the count.
"""

import argparse
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

FACTOR = 1.25
FEW, MANY = 40, 240
RECORDED = os.path.join(os.path.dirname(__file__), "recorded.json")
MEMBERS = 12
# A room in which a vote is cast: three vote, few listen, the others are only there.
CROWD, LISTENERS = 150, 3
# A person may cast twenty ballots a round.
FEW_BALLOTS, MANY_BALLOTS = 6, 54


class Failed(Exception):
    """A run that could not be made."""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def await_port(port, server, seconds=120):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise Failed(f"the server ended with {server.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise Failed("the server does not listen")


class Counter:
    """A seeded room, and what it costs to say things in it."""

    def __init__(self, program, certificates, folder, members, listeners):
        self.program, self.certificates, self.folder, self.listeners = program, certificates, folder, listeners
        self.seed = os.path.join(folder, f"seed-{members}")
        self.tokens = self.seed + ".tokens"
        self.call("seed", "--data", self.seed, "--rooms", "1", "--members", str(members), "--tokens", self.tokens)

    def call(self, *arguments):
        done = subprocess.run([self.program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            raise Failed(f"{arguments[0]}: {done.stdout.strip()[-400:]}")

    def instructions(self, what, count):
        """Of all threads of a server that starts, hears so many things and ends."""
        data, out = os.path.join(self.folder, "data"), os.path.join(self.folder, "callgrind")
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(self.seed, data, ignore=shutil.ignore_patterns("administration", "lock"))
        port = free_port()
        server = subprocess.Popen(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", self.program, "serve", "--data", data,
             "--port", str(port), "--certificate", os.path.join(self.certificates, "server.pem"),
             "--key", os.path.join(self.certificates, "server.key")],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        try:
            await_port(port, server)
            self.call("say", "--port", str(port), "--authority", os.path.join(self.certificates, "ca.pem"),
                      "--tokens", self.tokens, "--count", str(count), "--what", what, "--listeners", str(self.listeners))
            _, said = server.communicate(timeout=120)
        finally:
            server.kill()
            server.wait()
        found = re.search(r"Collected : (\d+)", said or "")
        if not found:
            raise Failed(f"callgrind says nothing: {said[-400:]}")
        return int(found[1])

    def each(self, what, few=FEW, many=MANY):
        return (self.instructions(what, many) - self.instructions(what, few)) / (many - few)


def measure(program, certificates, folder):
    room = Counter(program, certificates, folder, MEMBERS, MEMBERS)
    crowded = Counter(program, certificates, folder, CROWD, LISTENERS)
    # A signal reaches all but whoever shows it.
    return {"instructions per delivery of a signal": round(room.each("signals") / (MEMBERS - 1)),
            f"instructions per command, {MEMBERS} deliveries included": round(room.each("comments")),
            f"instructions per ballot in a room of {CROWD}": round(crowded.each("ballots", FEW_BALLOTS, MANY_BALLOTS))}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("certificates")
    parser.add_argument("--record", action="store_true", help="record what is counted instead of judging it")
    options = parser.parse_args()
    started = time.monotonic()
    folder = tempfile.mkdtemp(prefix="consilium-instructions-")
    try:
        found = measure(os.path.abspath(options.program), options.certificates, folder)
    except (Failed, subprocess.TimeoutExpired) as failure:
        print(f"instructions: {failure}")
        print("0 passed, 1 failed")
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if options.record:
        with open(RECORDED, "w", encoding="utf-8") as out:
            json.dump(found, out, indent=1)
            out.write("\n")
    with open(RECORDED, encoding="utf-8") as kept:
        recorded = json.load(kept)
    failed = 0
    for name, figure in found.items():
        ratio = figure / recorded[name]
        good = 1 / FACTOR <= ratio <= FACTOR
        failed += not good
        print(f"{name}: {figure}, recorded {recorded[name]}, {ratio:.2f} of it" + ("" if good else
              ": FAILED" if ratio > FACTOR else ": FAILED; record it anew with tools/instructions.sh --record"))
    print(f"{len(found) - failed} passed, {failed} failed in {time.monotonic() - started:.1f}s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
