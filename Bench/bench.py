"""Measures the server beside the reference, interleaved in one run, and prints one table.

usage: bench.py BOARD TOOLS [--rounds 3] [--seconds 4] [--only NAME ...] [--json FILE] [--large]
"""

import argparse
import json
import os
import platform
import statistics
import sys
import time

import scenarios
from machine import Bench, Failed


def measure(scenario, rounds):
    """Both sides in turn: their medians, the median of the ratios of neighbours, and everything else that was seen."""
    runs = []
    for _ in range(rounds):
        ours, theirs = scenario.ours(), scenario.theirs()
        runs.append({"ours": ours, "theirs": theirs})
    return [{
        "name": scenario.name,
        "title": title,
        "ours": statistics.median(figure(run["ours"]) for run in runs),
        "theirs": statistics.median(figure(run["theirs"]) for run in runs),
        "ratio": statistics.median(figure(run["ours"]) / figure(run["theirs"]) for run in runs),
        "target": target,
        "cap": cap,
        "runs": runs,
    } for title, figure, target, cap in scenario.lines]


def verdict(line):
    if line["target"] is None:
        return ""
    if line["ratio"] <= line["target"]:
        return "reached"
    return "within cap" if line["ratio"] <= line["cap"] else "missed"


def show(line):
    lost = sum(run["ours"].get("lost", 0) + run["ours"].get("misordered", 0) for run in line["runs"])
    target = "" if line["target"] is None else f"<= {line['target']:.2f}"
    print(f"{line['title']:<52} {line['ours']:>9.2f} {line['theirs']:>9.2f} {line['ratio']:>6.2f}  {target:<8} {verdict(line)}"
          + (f"  {lost} lost or misordered" if lost else ""), flush=True)


def durable_rows(bench, seconds):
    ours, theirs = scenarios.durable_rows(bench, seconds), scenarios.rows_per_second(bench, 1)
    print(f"durable comments a second, 100 in flight: {ours:.0f}; rows of plain SQLite, 100 a transaction: {theirs:.0f}; "
          f"{ours / theirs:.2f} (target 0.3, cap 0.15)", flush=True)
    return {"durable_rows": ours, "sqlite_rows": theirs}


def idle(bench, rooms):
    figures = scenarios.idle(bench, 5, rooms, 20)
    print(f"idle, {rooms * 20} joined: {figures['rss_bytes_per_conn'] / 1024:.1f} KiB a connection (target 18, cap 24); "
          f"{figures['server_cpu_pct']:.2f} % CPU", flush=True)
    return figures


def room(bench):
    figures = scenarios.told(bench, "room")
    print(f"one room of {figures['members']}: {figures['ballots']} ballots acknowledged in {figures['acknowledged_ms']:.0f} ms "
          f"(target 1,000), {figures['refused']} refused; the opening reached the first after {figures['opened_first_ms']:.0f} ms, "
          f"all after {figures['opened_all_ms']:.0f} ms (target 1,000)", flush=True)
    return figures


def cold_join(bench):
    figures = scenarios.told(bench, "cold-join")
    print(f"cold join to {figures['events']} events, {figures['annotations']} annotations among them, "
          f"{figures['bytes'] / 1e6:.1f} MB: {figures['join_ms']:.0f} ms (target 1,000)", flush=True)
    return figures


def crowd(bench, rounds=5):
    """So often, the median of each figure and of the ratios of a run."""
    runs = [scenarios.crowd(bench) for _ in range(rounds)]
    median = lambda when, figure: statistics.median(run[when][figure] for run in runs)
    for when, title in (("alone", "alone"), ("beside", "beside a hostile crowd"), ("elsewhere", "with that crowd at another server")):
        print(f"an honest member's answers {title}: p50 {median(when, 'p50'):.2f} ms, p99 {median(when, 'p99'):.2f} ms", flush=True)
    for title, one, other in (("beside to alone (at most 2)", "beside", "alone"), ("beside to elsewhere", "beside", "elsewhere")):
        ratios = sorted(run[one]["p99"] / run[other]["p99"] for run in runs)
        print(f"  p99 {title}: {statistics.median(ratios):.2f}, all: {', '.join(f'{ratio:.2f}' for ratio in ratios)}", flush=True)
    turns = {kind: statistics.median(run["beside"]["turns"][kind] for run in runs) for kind in runs[0]["beside"]["turns"]}
    print("  the crowd's turns a second: " + ", ".join(f"{kind} {count:.0f}" for kind, count in sorted(turns.items())), flush=True)
    return runs


def hostile(bench, rounds=3):
    """Each kind by itself: the median of each figure and of the ratios of a round."""
    runs = [scenarios.hostile(bench) for _ in range(rounds)]
    for kind in runs[0]:
        median = lambda when: statistics.median(run[kind][when]["p99"] for run in runs)
        ratios = sorted(run[kind]["beside"]["p99"] / run[kind]["alone"]["p99"] for run in runs)
        turns = statistics.median(run[kind]["beside"]["turns"][kind] for run in runs)
        print(f"an honest member's p99 beside who {kind}, {turns:.0f} times a second: {median('beside'):.2f} ms, alone "
              f"{median('alone'):.2f} ms: {statistics.median(ratios):.2f} (at most 2), all: "
              + ", ".join(f"{ratio:.2f}" for ratio in ratios), flush=True)
    return runs


def large(bench):
    figures = scenarios.fanout(bench, scenarios.comments(10), 250, 20, "--rate", "1")
    print(f"5,000 members in 250 boards, a command a second each: p50 {figures['lat_us']['p50'] / 1000:.1f} ms, "
          f"p99 {figures['lat_us']['p99'] / 1000:.1f} ms (target 50), "
          f"{figures['lost']} lost, {figures['misordered']} misordered", flush=True)
    return {"busy": figures, "idle": idle(bench, 250)}


# What has no counterpart of its own kind, by the name that `--only` takes; `large` runs on request alone.
SINGLE = {
    "durable-rows": durable_rows,
    "idle": lambda bench, seconds: idle(bench, 50),
    "room": lambda bench, seconds: room(bench),
    "cold-join": lambda bench, seconds: cold_join(bench),
    "hostile": lambda bench, seconds: hostile(bench),
    "crowd": lambda bench, seconds: crowd(bench),
    "large": lambda bench, seconds: large(bench),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("board")
    parser.add_argument("tools")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--json", default="")
    parser.add_argument("--large", action="store_true", help="250 boards with 5,000 members too")
    options = parser.parse_args()
    bench = Bench(os.path.abspath(options.board), options.tools)
    try:
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; "
              f"median of {options.rounds} interleaved runs of {options.seconds:g} s; CPU in microseconds a unit")
        print(f"{'':<52} {'ours':>9} {'reference':>9} {'ratio':>6}")
        lines = []
        for scenario in scenarios.catalogue(bench, options.seconds):
            if not options.only or scenario.name in options.only:
                for line in measure(scenario, options.rounds):
                    lines.append(line)
                    show(line)
        chosen = options.only or [name for name in SINGLE if name != "large" or options.large]
        others = {name: figure(bench, options.seconds) for name, figure in SINGLE.items() if name in chosen}
        if options.json:
            with open(options.json, "w", encoding="utf-8") as out:
                json.dump({"at": int(time.time()), "scenarios": lines, "others": others}, out, indent=1)
    except Failed as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 1
    finally:
        bench.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
