#!/usr/bin/env python3
"""Recounts a round: check-ballots.py BOARD.json BALLOTS.json ROUND [RECEIPT], the files as the API gives them."""
import collections, hashlib, json, sys
board, blob, number, receipt = (sys.argv[1:] + [None])[:4]
events = [item["event"] for item in json.load(open(board, encoding="utf-8"))["events"]]
closed, opened = ([event[name] for event in events if name in event and event[name]["round"] == int(number)][0]
                  for name in ("roundClosed", "roundOpened"))
box, digest = json.load(open(blob, encoding="utf-8")), lambda data: hashlib.sha256(data).hexdigest()
cast = [ballot["text"] for ballot in box["ballots"]]
right = closed["commitments"] == sorted(digest(text.encode()) for text in cast + box["superseded"])
right = right and opened["ballots"][0] == digest(open(blob, "rb").read()) and receipt in [None, *closed["commitments"]]
votes = collections.Counter(pair for text in cast for pair in json.loads(text)[5].items())
print(*(f"{option}: {choice} x {count}" for (option, choice), count in sorted(votes.items(), key=str)), sep="\n")
print(f"{len(cast)} ballots, {len(box['superseded'])} replaced:", "as committed" if right else "NOT as committed")
sys.exit(not right)
