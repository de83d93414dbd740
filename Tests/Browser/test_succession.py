"""Who stands down, who takes the seat, who leads then: seen by those it falls to, also when they were cut off as it happened."""
import pytest
from playwright.sync_api import expect

from support.physician import Physician
from support.story import CHAIR, COORDINATOR, PANEL, Story

PRINCIPAL, DEPUTY, SUCCESSOR = "m2", "m6", "m4"
SOON = 5_000  # milliseconds in which a mended connection must have resumed
STANDS_READY = "You stand ready as a deputy"


@pytest.fixture(autouse=True)
def mended(proxy):
    yield
    proxy.mend()


def in_review(server, case):
    """A case in review, with a deputy for one of its members."""
    story = Story(server, case, deputies={DEPUTY: PRINCIPAL})
    story.reach_review()
    return story


def name_of(server, person):
    return server.people[person]["name"]


def open_course(seat, case):
    coordinator = seat(COORDINATOR)
    coordinator.open(f"/cases/{case}/preparation?course")
    expect(coordinator.page.get_by_role("heading", name="Course and delivery")).to_be_visible()
    return coordinator.page


def recuse(one):
    one.dock("Recuse myself …")
    one.page.locator("#question-reason").fill("Die Patientin ist eine Angehörige.")
    one.confirm("Recuse myself")
    expect(one.page.get_by_text("You have recused yourself")).to_be_visible()


def test_a_deputy_who_was_cut_off_takes_the_seat_writes_and_seals(seat, server, proxy):
    story = in_review(server, "d-review")
    deputy, principal = Physician(seat(DEPUTY, url=proxy.url)), seat(PRINCIPAL)
    course = open_course(seat, story.case)
    deputy.seat.open(f"/cases/{story.case}")
    expect(deputy.page.get_by_role("main").get_by_text(STANDS_READY)).to_be_visible()
    expect(deputy.page.locator("tb-dock")).to_have_count(0)
    proxy.cut()
    expect(deputy.page.locator("tb-connection-banner")).to_be_visible()

    principal.open(f"/cases/{story.case}")
    recuse(principal)
    waiting = course.get_by_role("region", name="members have not sealed").locator(".members > li")
    expect(waiting.filter(has_text=name_of(server, PRINCIPAL)).get_by_text("Recused")).to_be_visible()
    expect(waiting.filter(has_text=name_of(server, DEPUTY)).get_by_role("button", name="Remind")).to_be_visible()
    expect(deputy.page.get_by_role("main").get_by_text(STANDS_READY)).to_be_visible()

    proxy.mend()
    deputy.seat.hurry()
    expect(deputy.page.get_by_text("Sealed until the reveal")).to_be_visible(timeout=SOON)
    expect(deputy.page.get_by_text(STANDS_READY)).to_have_count(0)
    expect(deputy.page.locator("#live")).to_contain_text("Reviewer")
    deputy.seat.shoot("succession/1-seated")
    deputy.read("MRT Becken")
    deputy.select("Vier suspekte Lymphknoten")
    deputy.seat.press("New finding")
    deputy.keep_finding("Vier suspekte Knoten", "cN", "2a")
    deputy.write_opinion()
    deputy.seal()
    expect(waiting.filter(has_text=name_of(server, DEPUTY)).get_by_text("Sealed")).to_be_visible()
    assert [name for name, _ in story.desk(DEPUTY).events("own")].count("sealed") == 1

    # The reveal waits for those who sit, and for nobody else.
    for person in set(PANEL) - {PRINCIPAL}:
        story.review(person)
        story.seal(person)
    expect(deputy.page.get_by_role("heading", name="Where we differ")).to_be_visible()


def test_in_a_vote_the_coordinator_gives_the_chair_and_who_was_cut_off_has_it(seat, server, proxy):
    story = in_review(server, "d-voting")
    story.reach_discussion()
    story.propose()
    story.open_round()
    successor = seat(SUCCESSOR, url=proxy.url)
    successor.open(f"/cases/{story.case}")
    expect(successor.page.get_by_role("heading", name="Your votes")).to_be_visible()
    proxy.cut()
    page = open_course(seat, story.case)
    expect(page.get_by_role("heading", name="Give the chair")).to_have_count(0)
    story.recuse(PRINCIPAL, CHAIR)

    appointment = page.get_by_role("region", name="Give the chair")
    expect(appointment.get_by_text("The chair has stood down")).to_be_visible()
    offered = appointment.locator("option").evaluate_all("options => options.map(one => one.value).filter(Boolean).sort()")
    assert offered == sorted({*PANEL, DEPUTY} - {PRINCIPAL, CHAIR})
    appointment.locator("select").select_option(SUCCESSOR)
    appointment.locator("textarea").fill("Der Vorsitz ist ausgeschieden.")
    appointment.get_by_role("button", name="Give the chair").click()
    expect(appointment).to_have_count(0)

    page.get_by_role("navigation", name="Sections of the preparation").get_by_role("link", name="Panel").click()
    rows = page.locator(".members > li")
    expect(rows.filter(has_text=f"took the seat of {name_of(server, PRINCIPAL)}")).to_contain_text(name_of(server, DEPUTY))
    expect(rows.filter(has=page.locator("b", has_text=name_of(server, SUCCESSOR)))).to_contain_text("Chair")
    gone = page.locator("section", has=page.get_by_role("heading", name="Stood down", exact=True)).locator(".members b")
    expect(gone).to_have_text([name_of(server, person) for person in (CHAIR, PRINCIPAL)])

    expect(successor.page.get_by_role("button", name="Close the round")).to_have_count(0)
    proxy.mend()
    successor.hurry()
    expect(successor.page.locator("tb-dock").get_by_role("button", name="Close the round")).to_be_visible(timeout=SOON)
