"""Every screen, light and dark, in both languages, from a phone to a desktop: nothing to complain about."""
import pytest
from playwright.sync_api import expect

from support.audit import WIDTHS, overflow, settled, violations
from support.browser import Seat
from support.screens import SCREENS
from support.story import Story

HEIGHT = 900
AUDITED = (390, 1440)
PANES = ("docs", "read", "side")


@pytest.fixture(scope="module", autouse=True)
def cases(server):
    """The phases the demonstration's own cases are not in."""
    intake = Story(server, "s-intake")
    intake.open()
    intake.prepare()
    intake.invite()
    Story(server, "s-ready", deputies={"m6": "m2"}).reach_review()
    succession = Story(server, "s-succession", deputies={"m6": "m2"})
    for step in ("reach_review", "reach_discussion", "propose", "open_round"):
        getattr(succession, step)()
    succession.recuse("m2", "m1")
    for case, last in [("s-drafting", "begin_drafting"), ("s-sign-off", "draft"), ("s-delivered", "deliver")]:
        story = Story(server, case)
        for step in ["reach_review", "reach_discussion", "propose", "open_round", "vote", "begin_drafting", "draft", "respond", "sign", "deliver"]:
            getattr(story, step)()
            if step == last:
                break


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_screen_has_a_fault(browser, server, theme, language):
    faults = []
    people = list(dict.fromkeys(screen.person for screen in SCREENS))
    for person in people:
        seat = Seat(browser, server, person, language=language, theme=theme)
        for screen in SCREENS:
            if screen.person == person:
                faults += look_at(seat, screen, f"{theme}-{language}")
        seat.close()
    assert not faults, "\n".join(faults)


def look_at(seat, screen, look):
    faults = []
    page = seat.page
    page.set_viewport_size({"width": 1440, "height": HEIGHT})
    go(seat, screen.place)
    settled(page)
    if screen.tab:
        press_tab(page, screen)
    settled(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for pane in PANES if screen.is_desk and width < 960 else ("all",):
            if pane != "all":
                page.locator(".pane-tab").nth(PANES.index(pane)).click()
            where = f"{screen.name} {look} {width} {pane}"
            if sideways := overflow(page):
                faults.append(f"{where}: scrolls sideways by {sideways}")
            if width in AUDITED:
                faults += [f"{where}: {text}" for text in violations(page)]
                name = f"{screen.name}-{width}" + ("" if pane == "all" else f"-{pane}")
                seat.shoot(f"screens/{look}/{name}")
    # Asking who is signed in, when nobody is, is answered with a refusal that the browser notes.
    complaints = seat.complaints if screen.person else seat.faults
    faults += [f"{screen.name} {look}: {text}" for text in complaints]
    seat.complaints.clear()
    return faults


def go(seat, place):
    """Opens an address and waits until it is its page that stands there; the sections of one page need no waiting."""
    path = place.split("?")[0]
    is_there = seat.page.url.split("#")[-1].split("?")[0] == path
    # Two cases may have one title, so the page that is left is given one that no page has.
    if not is_there:
        seat.page.evaluate("document.title = 'leaving'")
    seat.open(place)
    if not is_there:
        expect(seat.page).not_to_have_title("leaving")


def press_tab(page, screen):
    tabs = page.locator("nav.tabs button")
    if tabs.count() == 0:
        return
    page.locator(f"nav.tabs button[data-tab={screen.tab}]").click()
