"""No byte of anybody's hidden work reaches a reviewer's browser before the reveal; all of it does with the reveal."""
from playwright.sync_api import expect

from support.story import CHAIR, Story

A, B = "m2", "m3"
MARKER = "Wacholderzeichen"


class Wiretap:
    """Every frame and every answer of the interface that one browser gets."""

    def __init__(self, page):
        self.frames, self.bodies, self._pending = [], [], []
        page.on("websocket", lambda socket: socket.on("framereceived", self._frame))
        page.on("response", lambda response: self._pending.append(response))

    def _frame(self, payload):
        self.frames.append(payload if isinstance(payload, str) else payload.decode())

    def heard(self):
        """All of it as one text. The browser forgets bodies when a page is loaded anew, so no test here does that."""
        answers, self._pending = [one for one in self._pending if "/api/" in one.url], []
        self.bodies += [f"{one.url}\n{one.text()}" for one in answers]
        return "\n".join(self.frames + self.bodies)


class Watcher:
    """A's browser, listened to: in the case all the time, and coming to it anew when there is something to hide."""

    def __init__(self, seat, case):
        self.seat, self.case, self.tabs, self.wires = seat, case, [], []

    def arrive(self, shows):
        tab = self.seat(A)
        self.wires.append(Wiretap(tab.page))
        self.tabs.append(tab)
        tab.open("/")
        expect(tab.page.get_by_role("heading", name="My boards")).to_be_visible()
        tab.open(f"/cases/{self.case}")
        expect(tab.page.get_by_text(shows).first).to_be_visible()
        return tab

    def heard(self):
        for tab in self.tabs:
            expect(tab.page.locator("tb-source-text .text").first).to_be_visible()
        return "\n".join(wire.heard() for wire in self.wires)


def test_nothing_of_a_reviewer_reaches_another_before_the_reveal(seat, server):
    story = Story(server, "b-blind")
    story.reach_review()
    watcher = Watcher(seat, "b-blind")
    watcher.arrive("Sealed until the reveal")

    # B works and seals, and so does everybody but A.
    story.review(B, marker=MARKER, scope={"codes": [], "text": MARKER})
    for person in story.panel:
        if person not in (A, B):
            story.review(person, marker=f"{MARKER}-{person}")
        if person != A:
            story.seal(person)
    watcher.arrive("Sealed until the reveal").tab("opinion")
    heard = watcher.heard()
    assert "d-imaging" in heard and all(len(wire.frames) > 5 for wire in watcher.wires), "the wiretap hears"
    for secret in [MARKER, f"note-{B}", '"conclusion"', "Exstirpation", "d-letter", '{"sealed":', '{"revealed":']:
        assert secret not in heard, f"{secret} reached {A} before the reveal"

    # The reveal lets it through: so the wiretap would have heard it.
    story.review(A)
    story.seal(A)
    for tab in watcher.tabs:
        expect(tab.page.get_by_role("heading", name="Where we differ")).to_be_visible()
        tab.tab("opinions")
        expect(tab.page.get_by_text("First opinion").first).to_be_visible()
    assert MARKER in watcher.wires[0].heard() and MARKER in watcher.wires[1].heard()


def test_ballots_stay_sealed_until_the_round_closes(seat, server):
    story = Story(server, "b-ballots")
    for step in ("reach_review", "reach_discussion", "propose", "open_round"):
        getattr(story, step)()
    watcher = Watcher(seat, "b-ballots")
    watcher.arrive("Your votes")
    for person in story.panel:
        if person != A:
            story.cast(person, {"o1": 8, "o2": 2}, reasons={"o1": MARKER})
    watcher.arrive("Your votes")
    heard = watcher.heard()
    assert MARKER not in heard and '"commitment"' not in heard and "ballotCast" not in heard

    story.cast(A, {"o1": 7, "o2": 3})
    story.desk(CHAIR).say("closeRound", round=1)
    for tab in watcher.tabs:
        expect(tab.page.locator(".reasons").first).to_be_visible()
    assert MARKER in watcher.wires[0].heard() and MARKER in watcher.wires[1].heard()
