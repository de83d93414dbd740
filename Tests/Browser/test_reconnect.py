"""A wire that is cut or falls silent, a server that dies, a session that ends: nothing written is lost, nothing arrives twice."""
import time

import pytest
from playwright.sync_api import expect

from support.desk import Desk
from support.story import CHAIR, Story

A = "m2"
SOON = 5_000  # milliseconds in which a mended connection must have resumed


@pytest.fixture
def reviewer(seat, server, proxy):
    """A reviewer in the first case's review, over the wire that can fail."""
    one = seat(A, url=proxy.url)
    one.open("/cases/case-1")
    expect(one.page.locator("tb-source-text .text").first).to_be_visible()
    yield one
    proxy.mend()


def note(seat, statement):
    """A finding on the first line that can have one, made with the button beside it."""
    seat.tab("findings")
    seat.page.get_by_role("button", name="Add finding to").first.click()
    seat.page.locator("#finding-statement").fill(statement)
    seat.press("Keep finding")
    expect(card(seat, statement)).to_be_visible()


def card(seat, statement):
    return seat.page.locator(".card", has_text=statement)


def delivered(server, statement):
    """How many notes with these words the server has."""
    events = server.desk(A, "case-1").events("own")
    return [event["annotation"]["statement"] for name, event in events if name == "annotated"].count(statement)


def expect_delivered_once(seat, server, statement):
    expect(card(seat, statement).get_by_text("not sent yet")).to_have_count(0, timeout=SOON)
    expect(seat.page.locator("tb-status-line")).to_contain_text("Saved", timeout=SOON)
    expect(seat.page.locator("tb-connection-banner")).to_be_hidden()
    assert delivered(server, statement) == 1


def test_what_is_written_while_the_wire_is_cut_is_delivered_once(reviewer, server, proxy):
    proxy.cut()
    note(reviewer, "Written while cut")
    expect(card(reviewer, "Written while cut").get_by_text("not sent yet")).to_be_visible()
    expect(reviewer.page.locator("tb-connection-banner")).to_be_visible()
    expect(reviewer.page.locator("tb-status-line")).to_contain_text("not sent")
    reviewer.shoot("reconnect/cut")
    assert delivered(server, "Written while cut") == 0
    proxy.mend()
    reviewer.hurry()
    expect_delivered_once(reviewer, server, "Written while cut")


def test_a_short_cut_mends_by_itself_before_anybody_is_told(reviewer, server, proxy):
    proxy.cut()
    proxy.mend()
    note(reviewer, "Written after a short cut")
    expect_delivered_once(reviewer, server, "Written after a short cut")


def test_a_silent_wire_is_noticed_and_what_was_said_into_it_arrives_once(reviewer, server, proxy):
    proxy.stall()
    note(reviewer, "Said into silence")
    # What a phone does that comes back to its network: the page asks at once and waits five seconds for the answer.
    reviewer.page.evaluate("dispatchEvent(new Event('online'))")
    expect(reviewer.page.locator("tb-connection-banner")).to_be_visible(timeout=15_000)
    proxy.mend()
    reviewer.hurry()
    expect_delivered_once(reviewer, server, "Said into silence")


def test_a_server_that_is_killed_and_started_again_loses_nothing(reviewer, server):
    note(reviewer, "Before the kill")
    expect_delivered_once(reviewer, server, "Before the kill")
    server.kill()
    note(reviewer, "While the server is dead")
    server.start()
    reviewer.hurry()
    expect_delivered_once(reviewer, server, "While the server is dead")
    assert delivered(server, "Before the kill") == 1


def test_a_comment_written_offline_reaches_the_others_once_and_in_its_place(seat, server, proxy):
    offline, other = seat(A, url=proxy.url), seat("m3")
    for one in (offline, other):
        one.open("/cases/case-2")
        one.tab("differences")
        one.page.get_by_role("button", name="General discussion").click()
    proxy.cut()
    offline.page.locator("#thread-text").fill("Geschrieben ohne Verbindung")
    offline.press("Send")
    server.desk(CHAIR, "case-2").say("postComment", comment={"id": f"c{time.time_ns()}", "text": "Inzwischen gesagt"})
    expect(other.page.locator(".say", has_text="Inzwischen gesagt")).to_be_visible()
    proxy.mend()
    offline.hurry()
    expect(other.page.locator(".say", has_text="Geschrieben ohne Verbindung")).to_be_visible(timeout=SOON)
    for one in (offline, other):
        said = one.page.locator(".say p:nth-of-type(2)").all_inner_texts()
        assert said.count("Geschrieben ohne Verbindung") == 1
        assert said.index("Inzwischen gesagt") < said.index("Geschrieben ohne Verbindung")


def test_a_sealed_ballot_is_never_shown_before_the_server_has_it(seat, server, proxy):
    story = Story(server, "r-voting")
    for step in ("reach_review", "reach_discussion", "propose", "open_round"):
        getattr(story, step)()
    voter = seat(A, url=proxy.url)
    voter.open("/cases/r-voting")
    expect(voter.page.locator("fieldset.rating")).to_have_count(2)
    for index, rating in enumerate((8, 2)):
        voter.page.locator("fieldset.rating").nth(index).locator(f"label:has(input[value='{rating}'])").click()
    proxy.cut()
    expect(voter.page.get_by_text("Sealing needs the connection")).to_be_visible()
    assert voter.page.locator("tb-dock .primary").get_attribute("aria-disabled") == "true"
    proxy.mend()
    voter.hurry()
    expect(voter.page.get_by_text("Everything is answered")).to_be_visible()
    expect(voter.page.locator("tb-dock .primary:not([aria-disabled])")).to_be_visible(timeout=SOON)
    voter.dock("Seal my votes")
    expect(voter.page.locator("#receipt")).to_be_visible()
    assert [name for name, _ in story.desk(A).events("own")].count("ballotCast") == 1


def test_a_session_that_ends_elsewhere_keeps_what_is_being_written(seat, server, proxy):
    writer = seat(A, url=proxy.url)
    writer.open("/cases/case-1")
    writer.tab("findings")
    writer.page.get_by_role("button", name="Add finding to").first.click()
    writer.page.locator("#finding-statement").fill("Half written when the session ended")
    end_session(writer, server)
    expect(writer.page.locator("tb-connection-banner")).to_contain_text("You are signed out.")
    writer.shoot("reconnect/signed-out")
    assert writer.page.locator("#finding-statement").input_value() == "Half written when the session ended"
    writer.press("Keep finding")
    writer.page.locator("tb-connection-banner").get_by_role("button", name="Sign in").click()
    writer.page.locator("dialog #password").fill(server.people[A]["signIn"]["password"])
    writer.confirm("Sign in")
    expect_delivered_once(writer, server, "Half written when the session ended")


def end_session(seat, server):
    """Signs out by another program that has the same cookie, as another tab would."""
    [cookie] = [one["value"] for one in seat.context.cookies() if one["name"] == "__Host-consilium"]
    desk = Desk(server.authority.context, server.port, None, None, origin=server.url)
    desk.request("DELETE", "/api/session", Cookie=f"__Host-consilium={cookie}")


def test_signing_out_leaves_nothing_of_the_person_in_the_tab(seat, proxy):
    leaver = seat(A, url=proxy.url)
    leaver.open("/settings")
    leaver.press("Sign out")
    leaver.confirm("Sign out")
    expect(leaver.page.get_by_label("Password")).to_be_visible()
    leaver.open("/cases/case-1")
    expect(leaver.page.get_by_label("Password")).to_be_visible()
    assert "AHORN" not in leaver.page.content()
    stored = leaver.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert "AHORN" not in stored and A not in stored
