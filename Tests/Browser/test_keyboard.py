"""A whole review without a mouse: sign in, open the case, read, make a finding, write the opinion, seal."""
from playwright.sync_api import expect

from support.story import DIMENSIONS, Story

REVIEWER = "m2"
FAR_ENOUGH = 120  # presses of Tab after which something is out of reach


class Keyboard:
    """Somebody who has keys only, and looks where the focus is."""

    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text):
        self.page.keyboard.insert_text(text)

    def tab_to(self, selector, key="Tab"):
        """Tabs on until the focus is there, and sees that it is shown and nothing covers it."""
        for _ in range(FAR_ENOUGH):
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                self._sees_the_focus(selector)
                return
            self.press(key)
        raise AssertionError(f"{selector} is out of the keyboard's reach")

    def _sees_the_focus(self, selector):
        assert self.page.evaluate("""() => {
            const node = document.activeElement, box = node.getBoundingClientRect();
            const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + box.height / 2);
            const shown = getComputedStyle(node).outlineStyle !== 'none' || getComputedStyle(node.parentElement).outlineStyle !== 'none'
                || node.nextElementSibling && getComputedStyle(node.nextElementSibling).outlineStyle !== 'none';
            return shown && (node.contains(at) || at?.contains(node) || node.parentElement.contains(at));
        }"""), f"the focus on {selector} cannot be seen"


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
