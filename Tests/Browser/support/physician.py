"""A physician's work in the browser, one method for each thing done."""
from playwright.sync_api import expect

from support.story import DIMENSIONS

MODALITY = "primaryModality"


class Physician:
    def __init__(self, seat):
        self.seat, self.page = seat, seat.page

    def enter(self, case):
        """From the list of cases, looked at anew, into the case."""
        self.seat.open("/")
        self.page.reload()
        self.page.locator(f"a[href='#/cases/{case}']").first.click()

    def declare(self):
        self.seat.choose("conflicts-has", "false")
        self.seat.press("Declare")
        expect(self.page.get_by_text("You declared that there is no conflict of interest.")).to_be_visible()

    def read(self, title):
        self.page.locator(".pane.docs").get_by_text(title).first.click()
        expect(self.page.locator(".pane.reader h2")).to_contain_text(title)
        expect(self.page.locator("tb-source-text .text").first).to_be_visible()

    def select(self, words):
        """Draws over words of the document with the mouse."""
        block = self.page.locator(".text .block p", has_text=words).first
        block.scroll_into_view_if_needed()
        start, end = block.evaluate("""(node, words) => {
            const text = node.firstChild, from = text.data.indexOf(words);
            const at = offset => {
                const range = document.createRange();
                range.setStart(text, offset); range.setEnd(text, offset + 1);
                const box = range.getClientRects()[0];
                return [box.left, box.right, (box.top + box.bottom) / 2];
            };
            const first = at(from), last = at(from + words.length - 1);
            return [[first[0] + 1, first[2]], [last[1] - 1, last[2]]];
        }""", words)
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=5)
        self.page.mouse.up()

    def keep_finding(self, statement, field=None, value=None, certainty=None):
        page = self.page
        expect(page.locator("#finding-statement")).to_be_focused()
        page.locator("#finding-statement").fill(statement)
        if certainty:
            self.seat.choose("finding-certainty", certainty)
        if field:
            page.locator("details.structured summary").click()
            page.locator("#finding-field").fill(field)
            page.locator("#finding-value").fill(value)
        self.seat.press("Keep finding")
        expect(page.locator(".card", has_text=statement)).to_be_visible()

    def answer(self, dimension, value, rationale):
        page, id = self.page, f"answer-{dimension}"
        page.locator(f"#{id}").click()
        self.seat.choose(f"{id}-judge", "true")
        self.fill_value(dimension, id, value)
        self.seat.choose(f"{id}-confidence", 7)
        page.locator(f"#{id}-rationale").fill(rationale)
        page.locator(f"#{id}-panel").get_by_role("group", name="Rests on these findings").get_by_role("checkbox").first.check()
        expect(page.locator(f".accordion li[data-state=done] #{id}")).to_be_visible()

    def fill_value(self, dimension, id, value):
        page, codes = self.page, value["codes"]
        if not codes:
            page.locator(f"#{id}-text").fill(value["text"])
        elif dimension in ("indicationForTreatment", "intent", "trialOption"):
            self.seat.choose(f"{id}-code", codes[0])
        elif dimension == "sequence":
            for code in codes:
                page.locator(f"#{id}-code").select_option(code)
        elif dimension == MODALITY:
            for code in codes:
                page.locator(f"#{id}-code label.check", has_text=code).first.click()
        else:
            page.locator(f"#{id}-code").fill(" ".join(codes))

    def write_opinion(self, **other):
        self.seat.tab("opinion")
        for dimension, value in {**DIMENSIONS, **other}.items():
            self.answer(dimension, value, "Nach den Befunden der Bildgebung und der Histologie.")

    def seal(self):
        expect(self.page.get_by_text("All ten questions answered")).to_be_visible()
        expect(self.page.locator("tb-dock .btn.primary")).not_to_have_attribute("aria-disabled", "true")
        self.seat.dock("Seal my opinion")
        self.seat.confirm("Seal my opinion")
        expect(self.page.get_by_text("Waiting for the reveal.")).to_be_visible()

    def say(self, text):
        self.page.locator("#thread-text").fill(text)
        self.seat.press("Send")

    def propose(self, text, therapies, is_first=False):
        page = self.page
        self.seat.press("Propose an option")
        page.locator("#option-text").fill(text)
        for code in therapies:
            page.locator(f"#option-{code}").check()
        if is_first:
            page.locator("#option-first").check()
        page.locator("form").get_by_role("button", name="Propose an option").click()
        expect(page.locator(".candidate", has_text=text)).to_be_visible()

    def rate(self, ratings):
        """Ratings in the order of the ballot."""
        groups = self.page.locator("fieldset.rating")
        for index, rating in enumerate(ratings):
            groups.nth(index).locator(f"label:has(input[value='{rating}'])").click()
        self.seal_votes()

    def seal_votes(self):
        self.seat.dock("Seal my votes")
        expect(self.page.locator("#receipt")).to_be_visible()

    def respond(self, position, **words):
        self.seat.choose("response", position)
        for name, text in words.items():
            self.page.locator(f"#response-{name}").fill(text)
        self.seat.dock("Give my answer")
        expect(self.page.locator("#own-response")).to_be_visible()

    def sign(self):
        self.seat.dock("Sign")
        self.page.locator("#question-password").fill(self.seat.server.people[self.seat.person]["signIn"]["password"])
        self.seat.confirm("Sign")
        expect(self.page.get_by_text("You have signed").first).to_be_visible()
