"""One case from the first letter to the acknowledged recommendation: five physicians, a coordinator and a recipient at their browsers.

Two physicians do everything by hand, a third dissents by hand; the others work through programs of their own while their
browsers stay open and must show what happens.
"""
import datetime
import json

import pytest
from playwright.sync_api import expect

from support.authority import ROOT
from support.browser import Seat
from support.coordinator import Coordinator, written
from support.physician import Physician
from support.story import COORDINATOR, DIMENSIONS, PANEL, RECIPIENT, Story

FIRST, SECOND, DISSENTER = "m1", "m2", "m4"
QUOTE = "Vier suspekte mesorektale Lymphknoten"


def days(count):
    """A local date and time as the browser's field takes it."""
    return (datetime.datetime.now() + datetime.timedelta(days=count)).strftime("%Y-%m-%dT12:00")


class Board:
    """Everybody's browsers."""

    def __init__(self, browser, server):
        self.server = server
        self.coordinator = Coordinator(Seat(browser, server, COORDINATOR, by_form=True))
        self.physicians = {person: Physician(Seat(browser, server, person, by_form=True)) for person in PANEL}
        self.recipient = Seat(browser, server, RECIPIENT, by_form=True)
        self.story = None

    @property
    def seats(self):
        return [self.coordinator.seat, *(one.seat for one in self.physicians.values()), self.recipient]

    def everybody_sees(self, find):
        """In every physician's browser, without a reload."""
        for physician in self.physicians.values():
            expect(find(physician.page)).to_be_visible()

    def shoot(self, name, person=FIRST):
        self.physicians[person].seat.shoot(f"journey/{name}")


@pytest.fixture
def board(browser, server):
    seated = Board(browser, server)
    yield seated
    complaints = [text for seat in seated.seats for text in seat.complaints if "401" not in text]
    for seat in seated.seats:
        seat.close()
    assert not complaints, complaints


def test_a_case_goes_from_the_first_letter_to_the_acknowledged_recommendation(board):
    case = prepare(board)
    board.story = Story(board.server, case)
    convene(board, case)
    review(board, case)
    discuss(board)
    vote(board)
    draft(board)
    sign(board)
    deliver(board, case)


def prepare(board):
    coordinator = board.coordinator
    case = coordinator.open_case(days)
    coordinator.file("Histologie der Biopsie", written("d02-histologie.de.txt"), "histology")
    coordinator.file("MRT des Beckens", written("d05-mrt-becken.de.txt"), "imaging-report", nature="mixed")
    coordinator.file("Laborbericht", written("d07-labor-kumulativ.de.txt"), "laboratory")
    coordinator.import_bundle(ROOT / "demo/fhir/case-1-labs.transaction.json")
    coordinator.file("Arztbrief der Kreisklinik", written("d09-arztbrief-erstmeinung.de.txt"), "letter", nature="conclusion")
    coordinator.file("Scanner abdomino-pelvien", written("d11-scanner-france.fr.txt"), "imaging-report", language="fr")
    coordinator.section("Documents")
    coordinator.seat.shoot("journey/04-documents", full=True)
    coordinator.translate("Scanner abdomino-pelvien", written("d11-scanner-france.de.txt"))
    coordinator.transcribe()
    coordinator.check("histology", "Histology with grade", "Histologie der Biopsie")
    coordinator.check("imaging", "Imaging of the current state", "MRT des Beckens")
    coordinator.check("laboratory", "Laboratory values", "Laborbericht")
    coordinator.seat.shoot("journey/07-checklist", full=True)
    coordinator.consent()
    return case


def convene(board, case):
    coordinator = board.coordinator
    coordinator.invite(FIRST, "chair")
    coordinator.invite(SECOND, "reviewer")
    for person in PANEL[2:]:
        board.story.invite_one(person, "reviewer")
    board.story.invite_one(RECIPIENT, "recipient")
    expect(coordinator.page.get_by_role("heading", name="5 members of the panel")).to_be_visible()
    for person in (FIRST, SECOND):
        board.physicians[person].enter(case)
        board.physicians[person].declare()
    board.shoot("08-declared")
    board.story.declare(*PANEL[2:])
    coordinator.freeze(days)


def review(board, case):
    for physician in board.physicians.values():
        physician.enter(case)
        expect(physician.page.get_by_text("Sealed until the reveal")).to_be_visible()
    first, second = board.physicians[FIRST], board.physicians[SECOND]
    board.shoot("10-review-begins")
    first.read("MRT des Beckens")
    first.select(QUOTE)
    board.shoot("11-selection")
    first.seat.press("New finding")
    first.keep_finding("Vier suspekte Lymphknoten, cN2a", "cN", "2a")
    second.read("MRT des Beckens")
    add = second.page.get_by_role("button", name="Add finding to").last
    add.focus()
    add.press("Enter")
    second.keep_finding("Vier suspekte Knoten, unsicher", "cN", "1", certainty="uncertain")
    first.write_opinion()
    board.shoot("12-opinion")
    second.write_opinion(stage={"system": "tnm-8", "codes": ["cT3", "cN1", "cM0"]})
    first.seal()
    second.seal()
    board.shoot("13-sealed")
    target = board.story.target(QUOTE)
    for person in PANEL[2:]:
        modality = {"system": "obds-therapy", "codes": ["OP" if person == DISSENTER else "IM"]}
        board.story.review(person, target=target, primaryModality=modality)
        board.story.seal(person)


def discuss(board):
    board.everybody_sees(lambda page: page.get_by_role("heading", name="Where we differ"))
    expect(board.coordinator.page.get_by_text("The panel discusses what it reads differently")).to_be_visible()
    board.shoot("14-revealed")
    first, second = board.physicians[FIRST], board.physicians[SECOND]
    first.seat.tab("opinions")
    board.shoot("15-opinions")
    for physician in (first, second):
        physician.seat.tab("differences")
        physician.page.locator(".positions-table").get_by_role("button", name="Stage").click()
    first.say("Die Radiologie beschreibt vier Knoten mit unregelmäßigem Rand.")
    expect(second.page.get_by_text("vier Knoten mit unregelmäßigem Rand")).to_be_visible()
    second.page.get_by_role("button", name="Reply").click()
    second.say("Einverstanden: cN2a.")
    expect(first.page.get_by_text("Einverstanden: cN2a.")).to_be_visible()
    first.page.locator("#assess-kind").select_option("interpretation")
    first.seat.choose("assess-severity", "2a")
    expect(second.page.get_by_text("Severity 2a")).to_be_visible()
    board.shoot("16-thread")
    first.seat.press("Resolved")
    first.page.locator("#question-reason").fill("cN2a, gemeinsam gelesen")
    first.seat.confirm("Settle")
    expect(second.page.locator(".settled")).to_contain_text("cN2a, gemeinsam gelesen")
    board.shoot("17-settled", SECOND)


def vote(board):
    first, second = board.physicians[FIRST], board.physicians[SECOND]
    second.propose("PD-1-Blockade über sechs Monate, dann Reevaluation", ["IM", "WS"])
    first.seat.tab("options")
    first.propose("Abdominoperineale Exstirpation mit dauerhaftem Stoma", ["OP"], is_first=True)
    expect(second.page.locator(".candidate")).to_have_count(2)
    board.shoot("18-options")
    open_vote(first)
    board.everybody_sees(lambda page: page.get_by_role("heading", name="Your votes"))
    board.shoot("19-ballot")
    first.rate([9, 2])
    second.rate([8, 3])
    board.shoot("20-receipt")
    ballot_of_others(board, lambda options, person: dict(zip(options, (3, 8) if person == DISSENTER else (8, 2))))
    close_round(first)
    board.everybody_sees(lambda page: page.locator(".verdict").first)
    board.shoot("21-results")
    second.seat.press("State a minority position")
    second.page.locator("#question-reason").fill("Die Ansprechrate ist bei diesem Alter wenig belegt.")
    second.seat.confirm("State a minority position")
    board.everybody_sees(lambda page: page.get_by_text("wenig belegt").first)
    board.shoot("22-minority")


def open_vote(chair, button="Open a vote"):
    chair.seat.dock(button)
    expect(chair.page.locator("#opening-title")).to_be_visible()
    chair.seat.dock("Open a vote")


def ballot_of_others(board, choices):
    rounds = [event["round"] for name, event in board.story.desk(FIRST).events("board") if name == "votingOpened"]
    latest = rounds[-1]
    for person in PANEL[2:]:
        board.story.cast(person, choices(latest["options"], person), latest["number"], option_set=latest["optionSet"])


def close_round(chair):
    chair.seat.dock("Close the round")
    chair.seat.confirm("Close the round")


def draft(board):
    first, second = board.physicians[FIRST], board.physicians[SECOND]
    page = first.page
    first.seat.dock("Begin the draft")
    first.seat.confirm("Begin the draft")
    first.seat.dock("Write the draft")
    page.locator("#draft-text").fill("Das Board empfiehlt die PD-1-Blockade über sechs Monate mit anschließender Reevaluation.")
    page.get_by_role("checkbox", name="PD-1-Blockade").check()
    for dimension in ("stage", "intent", "primaryModality"):
        page.locator(f"#draft-{dimension}").click()
        first.fill_value(dimension, f"draft-{dimension}-value", DIMENSIONS[dimension])
    page.locator("#draft-uncertainty").fill("Die Bedeutung des Herdes in Segment VI ist offen.")
    page.locator("#draft-preference").fill("Kein dauerhaftes Stoma, solange die Heilung nicht leidet.")
    board.shoot("23-draft-editor")
    first.seat.dock("Save as new version")
    board.everybody_sees(lambda page: page.locator(".draft").get_by_text("Fundamentally different"))
    board.shoot("24-draft", SECOND)
    open_vote(first, "Vote on the draft")
    board.everybody_sees(lambda page: page.get_by_role("heading", name="Your votes"))
    for physician in (first, second):
        physician.page.locator(".adopt label", has_text="Yes").first.click()
        physician.seal_votes()
    board.shoot("25-adoption")
    ballot_of_others(board, lambda options, person: dict.fromkeys(options, "yes" if person != "m5" else "abstain"))
    close_round(first)
    board.everybody_sees(lambda page: page.get_by_role("heading", name="Recommendation").first)
    expect(first.page.get_by_text("Strong consensus").first).to_be_visible()
    board.shoot("26-adopted")


def sign(board):
    first, second, dissenter = (board.physicians[person] for person in (FIRST, SECOND, DISSENTER))
    first.seat.dock("Open for signature")
    first.seat.confirm("Open for signature")
    board.everybody_sees(lambda page: page.get_by_role("heading", name="Your answer"))
    first.respond("concur")
    second.respond("concur", comment="Mit früher Reevaluation nach drei Monaten.")
    dissenter.respond("dissent", alternative="Abdominoperineale Exstirpation", reasons="Sie entfernt den gesicherten Tumor jetzt.")
    board.everybody_sees(lambda page: page.get_by_text("Mit früher Reevaluation nach drei Monaten.").first)
    board.everybody_sees(lambda page: page.get_by_text("Sie entfernt den gesicherten Tumor jetzt.").first)
    for physician in (second, dissenter):
        physician.sign()
    board.shoot("27-dissent", DISSENTER)
    for person in set(PANEL) - {FIRST, SECOND, DISSENTER}:
        desk = board.story.desk(person)
        desk.say("respond", response={"version": 1, "position": "concur"})
        desk.say("sign", version=1, password=board.server.people[person]["signIn"]["password"])
    first.sign()
    board.shoot("28-all-signed")
    first.seat.dock("Conclude")
    first.seat.confirm("Conclude")
    board.everybody_sees(lambda page: page.get_by_text("The record is complete"))
    board.shoot("29-signed")


def deliver(board, case):
    coordinator, recipient = board.coordinator, board.recipient
    expect(coordinator.page.get_by_text("It reaches nobody until you deliver it.")).to_be_visible()
    # Whoever waits for it sees it come.
    recipient.open("/")
    expect(recipient.page.get_by_role("heading", name="My boards")).to_be_visible()
    expect(recipient.page.get_by_role("link", name="Signed recommendation")).to_have_count(0)
    coordinator.deliver()
    coordinator.seat.shoot("journey/30-delivered", full=True)
    recipient.page.get_by_role("link", name="Signed recommendation").click()
    expect(recipient.page.get_by_text("Sie entfernt den gesicherten Tumor jetzt.").first).to_be_visible()
    recipient.shoot("journey/31-recommendation", full=True)
    recipient.press("Acknowledge receipt")
    expect(recipient.page.get_by_text("You acknowledged")).to_be_visible()
    expect(coordinator.page.get_by_text("Everybody has acknowledged the recommendation.")).to_be_visible()
    recipient.page.emulate_media(media="print")
    recipient.shoot("journey/32-print", full=True)
    record = board.story.desk(FIRST).get(f"/api/cases/{case}/recommendation")["record"]
    assert "Sie entfernt den gesicherten Tumor jetzt." in json.dumps(record, ensure_ascii=False)
