"""The scenarios: what each side is asked to do, and which figure counts."""

import json
import os
import re
import subprocess

from machine import Failed, board, reference

COMMENT = '{"id":"c{seq}","postComment":{"case":"room-{room}","comment":{"id":"c{seq}","text":"{seq} {pad}"}}}'
SIGNAL = '{"id":"s","show":{"case":"room-{room}","viewport":{"part":"d-imaging","start":{seq},"end":{seq}}}}'
SIZE = "300"


def joined(bench, rooms, members):
    """The arguments that sign every connection in and let it follow its room."""
    _, tokens = bench.seed(rooms, members)
    return ["--lines", tokens, "--header", "Authorization: Bearer {line}", "--path", "/ws",
            "--subprotocol", "consilium.v1", "--join", '{"id":"j","join":{"case":"room-{room}","at":{}}}',
            "--join-match", '"caught-up"', "--join-count", "1",
            "--rooms", str(rooms), "--members", str(members)]


def comments(seconds):
    return ["--text", COMMENT, "--size", SIZE, "--match", '"commented"', "--seq-key", '"text":"', "--duration", str(seconds)]


def signals(seconds):
    return ["--text", SIGNAL, "--match", '"shown"', "--seq-key", '"start":', "--no-self", "--duration", str(seconds)]


def plain(seconds, rooms, members):
    return ["--rooms", str(rooms), "--members", str(members), "--size", SIZE, "--seq-key", '"seq":', "--duration", str(seconds)]


def us(figures):
    return figures["server_us_per_unit"]


class Scenario:
    """A run of both sides; its lines are titles, figures, and what the ratio should be and may be at most."""

    def __init__(self, name, title, target, cap, ours, theirs, also=()):
        self.name, self.ours, self.theirs = name, ours, theirs
        self.lines = [(title, us, target, cap)] + [(title, figure, None, None) for title, figure in also]


def fanout(bench, said, rooms, members, *more):
    with board(bench, rooms, members) as server:
        return bench.load("fanout", server, joined(bench, rooms, members) + said + list(more))


def fanout_in_c(bench, seconds, rooms, members, *more, join=False):
    with reference(bench, join) as server:
        return bench.load("fanout", server, plain(seconds, rooms, members) + list(more))


def single(bench, mode, arguments, ours, path=None):
    """Modes that need no room: echo, handshake, http."""
    with board(bench, 4, 50) if ours else reference(bench) as server:
        return bench.load(mode, server, arguments + (["--path", path] if path else []))


def rows_per_second(bench, seconds):
    """Rows a second of the plain SQLite program at 100 a transaction, synchronous FULL."""
    done = subprocess.run([bench.sqlite, bench.folder, str(seconds), "log"], stdout=subprocess.PIPE, text=True, check=True)
    figures = re.search(r"sync=FULL\s+rows/tx=100\s.*?rows/s\s+(\d+)", done.stdout)
    if not figures:
        raise Failed("sqlitebench prints something else than expected")
    return float(figures[1])


def durable_rows(bench, seconds):
    """Comments a second with 100 in flight, from twenty-five rooms of three."""
    with board(bench, 25, 3) as server:
        return bench.load("fanout", server, joined(bench, 25, 3) + comments(seconds) + ["--pipeline", "4"])["commands_per_s"]


def idle(bench, seconds, rooms, members):
    """Memory of joined connections that say nothing, and what they cost."""
    seed, tokens = bench.seed(rooms, members)
    with open(tokens, encoding="ascii") as lines:
        by_room = lines.read().split()
    # Here the load generator counts room by room within a member.
    mixed = os.path.join(bench.folder, "mixed.tokens")
    with open(mixed, "w", encoding="ascii") as lines:
        for connection in range(rooms * members):
            lines.write(by_room[connection % rooms * members + connection // rooms] + "\n")
    arguments = joined(bench, rooms, members)
    arguments[arguments.index("--lines") + 1] = mixed
    with board(bench, rooms, members) as server:
        figures = bench.load("idle", server, arguments + ["--conns", str(rooms * members), "--duration", str(seconds),
                                                          "--settle", "3"])
    return figures


class Visited:
    """A board with every limit as it is in operation, and who comes to it."""

    def __init__(self, bench):
        self.bench = bench
        self.tokens = bench.seed(4, 50)[1]
        self.server = board(bench, 4, 50, "--bounded")

    def __enter__(self):
        self.server.__enter__()
        self.at = ["--port", str(self.server.port), "--authority", self.bench.certificates + "/ca.pem", "--tokens", self.tokens]
        return self

    def __exit__(self, *what):
        self.server.__exit__(*what)

    def answers(self, hostile_at=None, kind=None):
        """Answers to an honest member here while hostile peers of one kind, or of all, are there."""
        if hostile_at is None:
            return told(self.bench, "answers", *self.at)
        command = [self.bench.board, "hostile", *hostile_at.at, *(["--kind", kind] if kind else [])]
        hostile = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        figures = told(self.bench, "answers", *self.at)
        figures["turns"] = json.loads(hostile.communicate()[0])
        return figures


def crowd(bench):
    """Answers to an honest member alone, beside a hostile crowd of all kinds, and while that crowd is at another server of ours
    on the same cores."""
    with Visited(bench) as here, Visited(bench) as other:
        return {"alone": here.answers(), "beside": here.answers(here), "elsewhere": here.answers(other)}


def hostile(bench):
    """Answers to an honest member beside hostile peers of each kind, and alone before each."""
    with Visited(bench) as here:
        return {kind: {"alone": here.answers(), "beside": here.answers(here, kind)} for kind in told(bench, "kinds")}


def told(bench, *arguments):
    """What the board's own program measures and prints as JSON."""
    done = subprocess.run([bench.board, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Failed(f"{arguments[0]}: {done.stderr.strip()[-300:]}")
    return json.loads(done.stdout)


def catalogue(bench, seconds):
    sec = ["--duration", str(seconds)]
    p50 = lambda figures: figures["lat_us"]["p50"]
    p99 = lambda figures: figures["lat_us"]["p99"]
    open_loop = ["--rate", "10"]
    return [
        Scenario("fanout-1", "fan-out 4 x 50, 1 in flight, a presenter's signal", 1.15, 1.25,
                 lambda: fanout(bench, signals(seconds), 4, 50), lambda: fanout_in_c(bench, seconds, 4, 50)),
        Scenario("fanout-8", "the same, 8 in flight, joined", 1.09, 1.33,
                 lambda: fanout(bench, signals(seconds), 4, 50, "--pipeline", "8"),
                 lambda: fanout_in_c(bench, seconds, 4, 50, "--pipeline", "8", join=True)),
        Scenario("durable-8", "a comment, 8 in flight, durable before sent", 1.5, 2.0,
                 # A person may write two thousand comments in a case: what the fastest seconds would exceed.
                 lambda: fanout(bench, comments(1.2), 4, 50, "--pipeline", "8", "--warmup", "0.3"),
                 lambda: fanout_in_c(bench, seconds, 4, 50, "--pipeline", "8", join=True)),
        Scenario("open-loop", "200 comments a second x 25, durable", 2.0, 2.5,
                 lambda: fanout(bench, comments(seconds), 20, 25, *open_loop),
                 lambda: fanout_in_c(bench, seconds, 20, 25, *open_loop),
                 also=[("its deliveries, median after the command was due", p50),
                       ("its deliveries, 99th percentile", p99)]),
        Scenario("echo", "echo, 50 connections", 1.15, 1.3,
                 lambda: single(bench, "echo", sec + ["--size", SIZE], True),
                 lambda: single(bench, "echo", sec + ["--size", SIZE], False)),
        Scenario("handshake", "full handshake and upgrade", 1.1, 1.2,
                 lambda: single(bench, "handshake", sec, True), lambda: single(bench, "handshake", sec, False)),
        Scenario("resumed", "resumed handshake and upgrade", 1.1, 1.2,
                 lambda: single(bench, "handshake", sec + ["--resume"], True),
                 lambda: single(bench, "handshake", sec + ["--resume"], False)),
        Scenario("static", "GET of 1 KiB", 1.15, 1.5,
                 lambda: single(bench, "http", sec, True, "/"), lambda: single(bench, "http", sec, False, "/")),
    ]
