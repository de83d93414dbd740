"""A member's whole way without a mouse: sign in, read, make a finding, write the opinion, seal; discuss, vote, answer, sign."""
from playwright.sync_api import expect

from support.keyboard import Keyboard
from support.story import DIMENSIONS, PANEL, Story

REVIEWER = "m2"


def test_a_review_is_done_with_the_keyboard_alone(seat, server):
    story = Story(server, "k-review")
    story.reach_review()
    reviewer = seat()
    page = reviewer.page
    keys = Keyboard(page)
    sign_in(keys, page, reviewer, server)
    keys.tab_to("a[href='#/cases/k-review']")
    keys.press("Enter")
    expect(page.get_by_text("Sealed until the reveal")).to_be_visible()

    read(keys, page)
    make_finding(keys, page)
    write_opinion(keys, page)

    keys.tab_to("tb-dock .primary:not([aria-disabled])")
    keys.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    keys.tab_to("dialog .btn.primary")
    keys.press("Enter")
    expect(page.get_by_text("Waiting for the reveal.")).to_be_visible()
    assert not keys.has_lost_the_focus()
    reviewer.shoot("keyboard/sealed")
    names = [name for name, _ in story.desk(REVIEWER).events("own")]
    assert "sealed" in names and "annotated" in names and names.count("opinionStated") >= len(DIMENSIONS)


def sign_in(keys, page, reviewer, server):
    page.goto(reviewer.url)
    expect(page.get_by_label("User name")).to_be_visible()
    account = server.people[REVIEWER]["signIn"]
    keys.tab_to("#login")
    keys.type(account["login"])
    keys.tab_to("#password")
    keys.type(account["password"])
    keys.press("Enter")
    expect(page.get_by_role("heading", name="My boards")).to_be_visible()


def read(keys, page):
    """J and K go through the documents; the list of keys is behind the question mark."""
    heading = page.locator(".document-head h2")
    first = heading.inner_text()
    keys.press("j")
    expect(heading).not_to_have_text(first)
    keys.press("k")
    expect(heading).to_have_text(first)
    keys.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Next document")
    keys.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def make_finding(keys, page):
    keys.tab_to(".gutter .add")
    keys.press("Enter")
    expect(page.locator("#finding-statement")).to_be_focused()
    keys.type("Tumor im unteren Drittel")
    keys.press("Enter")
    expect(page.locator(".card", has_text="Tumor im unteren Drittel")).to_be_visible()
    # The focus is back where it came from: beside the line.
    assert page.evaluate("document.activeElement.closest('.gutter') !== null")


def write_opinion(keys, page):
    keys.tab_to("nav.tabs button[data-tab=opinion]")
    keys.press("Enter")
    for dimension, value in DIMENSIONS.items():
        keys.tab_to(f"#answer-{dimension}")
        keys.press("Enter")
        answer(keys, page, dimension, value)
        expect(page.locator(f".accordion li[data-state=done] #answer-{dimension}")).to_be_visible()


def answer(keys, page, dimension, value):
    name = f"answer-{dimension}"
    keys.tab_to(f"input[name={name}-judge]")
    keys.press("Space")
    say_value(keys, page, name, dimension, value)
    keys.tab_to(f"input[name={name}-confidence]")
    keys.press("ArrowRight", "ArrowRight")
    keys.tab_to(f"#{name}-rationale")
    keys.type("Nach den Befunden")
    keys.tab_to(f"#{name}-panel fieldset:has(legend) input[type=checkbox]:not([id])")
    keys.press("Space")


def say_value(keys, page, name, dimension, value):
    if not value["codes"]:
        keys.tab_to(f"#{name}-text")
        keys.type(value["text"])
    elif dimension in ("indicationForTreatment", "intent", "trialOption"):
        keys.tab_to(f"input[name={name}-code]")
        keys.press("Space")
    elif dimension == "sequence":
        keys.tab_to(f"select#{name}-code")
        keys.press("O")
    elif dimension == "primaryModality":
        keys.tab_to(f"#{name}-code input")
        keys.press("Space")
    else:
        keys.tab_to(f"input#{name}-code")
        keys.type(" ".join(value["codes"]))


def test_a_vote_and_a_signature_are_given_with_the_keyboard_alone(seat, server):
    story = Story(server, "k-vote")
    for step in ("reach_review", "reach_discussion", "propose"):
        getattr(story, step)()
    member = seat(REVIEWER)
    page = member.open("/cases/k-vote")
    keys = Keyboard(page)
    expect(page.get_by_role("heading", name="Where we differ")).to_be_visible()
    discuss(keys, page)
    vote(keys, page, story)
    sign(keys, page, story)
    member.shoot("keyboard/signed")
    assert REVIEWER in [event["by"] for name, event in story.desk(REVIEWER).events("board") if name == "signed"]


def discuss(keys, page):
    keys.tab_to(".positions-table th button")
    keys.press("Enter")
    keys.tab_to("#thread-text")
    keys.type("Nach dem MRT sind es vier Knoten.")
    keys.tab_to(".writing .btn")
    keys.press("Enter")
    expect(page.locator(".thread")).to_contain_text("vier Knoten")
    assert not keys.has_lost_the_focus()


def vote(keys, page, story):
    story.open_round()
    expect(page.get_by_role("heading", name="Your votes")).to_be_visible()
    expect(page.locator("#live")).to_contain_text("Vote")
    # Nothing is chosen before the person chooses; the arrow keys move within one option.
    expect(page.locator(".ballot input:checked")).to_have_count(0)
    for option, presses in (("o1", 7), ("o2", 1)):
        keys.tab_to(f"input[name=rating-{option}]")
        keys.press(*["ArrowRight"] * presses)
        expect(page.locator(f"input[name=rating-{option}][value='{presses + 1}']")).to_be_checked()
    keys.tab_to("tb-dock .primary:not([aria-disabled])")
    keys.press("Enter")
    expect(page.locator("#receipt")).to_be_focused()
    for person in set(PANEL) - {REVIEWER}:
        story.cast(person, {"o1": 8, "o2": 2})


def sign(keys, page, story):
    story.desk(PANEL[0]).say("closeRound", round=1)
    story.begin_drafting()
    story.draft()
    expect(page.get_by_role("heading", name="Your answer")).to_be_visible()
    keys.tab_to("input[name=response]")
    keys.press("Space")
    keys.tab_to("tb-dock .primary:not([aria-disabled])")
    keys.press("Enter")
    expect(page.locator("#own-response")).to_be_focused()
    keys.tab_to("tb-dock .primary:not([aria-disabled])")
    keys.press("Enter")
    # A question that is dismissed gives the focus back to what asked it.
    expect(page.locator("#question-password")).to_be_focused()
    keys.press("Escape")
    expect(page.locator("tb-dock .primary")).to_be_focused()
    keys.press("Enter")
    keys.type(story.server.people[REVIEWER]["signIn"]["password"])
    keys.press("Enter")
    expect(page.get_by_text("You have signed").first).to_be_visible()
    assert not keys.has_lost_the_focus()


def test_the_first_press_of_tab_offers_the_way_past_the_bars(seat):
    member = seat(REVIEWER)
    page = member.open("/")
    expect(page.get_by_role("heading", name="My boards")).to_be_visible()
    keys = Keyboard(page)
    keys.tab_to("#skip")
    keys.press("Enter")
    assert keys.is_on("#main")
    keys.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")
