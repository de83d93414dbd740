"""The coordinator's work in the browser, one method for each thing done."""
import re

from playwright.sync_api import expect

from support.authority import ROOT

CASE = ROOT / "demo/case-1-rectum/documents"


def written(name):
    """A text of the demonstration as a clinic would send it, with days where the demonstration computes them."""
    return (CASE / name).read_text().replace("{{", "").replace("}}", "")


class Coordinator:
    def __init__(self, seat):
        self.seat, self.page = seat, seat.page

    def open_case(self, days):
        """Fills the sheet of a new case; gives its id."""
        page = self.page
        page.get_by_role("link", name="Open a case").first.click()
        page.locator("#case-title").fill("Tiefes Rektumkarzinom: Lässt sich das Stoma vermeiden?")
        page.get_by_label("Question 1").fill("Muss der Enddarm wirklich ganz entfernt werden?")
        page.get_by_label("Preference 1").fill("Heilung geht vor. Ein dauerhaftes Stoma möchte ich, wenn es irgend geht, vermeiden.")
        page.locator("#case-pseudonym").fill("ERLE-58")
        page.locator("#case-birthDate").fill("1972-05-28")
        page.locator("#case-sex").select_option("male")
        page.get_by_label("Institution 1").fill("Kreisklinik Tannbrunn")
        page.locator("#case-indication").select_option("oncology")
        page.locator("#case-icd").fill("C20")
        page.locator("#case-language").fill("de")
        page.locator("#case-clinicalDeadline").fill(days(12))
        self.seat.choose("case-urgency", "soon")
        self.seat.shoot("journey/01-new-case", full=True)
        self.seat.press("Open the case")
        expect(page.get_by_role("navigation", name="Sections of the preparation")).to_be_visible()
        return page.url.split("/cases/")[1].split("/")[0]

    def section(self, name):
        self.page.get_by_role("navigation", name="Sections of the preparation").get_by_role("link", name=re.compile(f"^{name}")).click()

    def file(self, title, text, kind, nature="primary", language="de", date="2026-10-19"):
        page = self.page
        self.section("Documents")
        page.get_by_role("link", name="File a document").click()
        page.locator("#filing-text").fill(text)
        page.locator("#filing-title").fill(title)
        page.locator("#filing-kind").select_option(kind)
        page.locator("#filing-institution").fill("Kreisklinik Tannbrunn")
        page.locator("#filing-date").fill(date)
        page.locator("#filing-language").fill(language)
        self.seat.choose("filing-nature", nature)
        if nature == "mixed":
            self._divide()
        self.seat.press("File the document")
        expect(page.get_by_role("link", name=title)).to_be_visible()

    def _divide(self):
        """The last paragraphs are a colleague's conclusion, what stands before them is primary data."""
        rows = self.page.locator(".divide-row")
        expect(rows.first).to_be_visible()
        for row in rows.all():
            nature = "conclusion" if "Beurteilung" in row.inner_text() else "primary"
            row.locator(f"input[value={nature}]").check()
        self.seat.shoot("journey/02-dividing", full=True)

    def import_bundle(self, path):
        page = self.page
        self.section("Documents")
        page.get_by_role("link", name="Import FHIR").click()
        page.locator("form input[type=file]").set_input_files(path)
        expect(page.locator("#import-said")).to_contain_text("109")
        page.locator("form").get_by_role("button", name="Import").click()
        expect(page.get_by_role("heading", name="What came of case-1-labs")).to_be_visible()
        expect(page.locator(".report").get_by_text("Hämoglobin")).to_be_visible()
        self.seat.shoot("journey/03-import-report", full=True)
        self.seat.press("To the documents")

    def translate(self, title, text):
        """Files a human translation of an undivided document and releases it."""
        page = self.page
        self.section("Documents")
        page.get_by_role("link", name=title).click()
        expect(page.get_by_text("A translation by a human has to be released")).to_be_visible()
        self.seat.shoot("journey/05-translation-gate", full=True)
        page.get_by_role("link", name="Add a translation").click()
        page.locator("textarea.source").fill(text)
        self.seat.press("File the translation")
        page.get_by_role("button", name="Release").click()
        expect(page.get_by_text("Released", exact=True)).to_be_visible()

    def transcribe(self):
        page = self.page
        self.section("First opinion")
        page.get_by_role("link", name="Transcribe").click()
        page.locator("#first-opinion-author").fill("Kreisklinik Tannbrunn, Chirurgie")
        page.locator("#first-opinion-source").select_option(label="Arztbrief der Kreisklinik")
        page.locator("#first-opinion-diagnosis-codes").fill("C20 8140/3")
        page.locator("#first-opinion-stage-codes").fill("cT3 cN1 cM0")
        self.seat.choose("first-opinion-intent-codes", "curative")
        codes = page.locator("#first-opinion-primaryModality details")
        codes.locator("summary").click()
        page.locator("#first-opinion-primaryModality-OP").check()
        page.locator("#first-opinion-scope-text").fill("Abdominoperineale Exstirpation")
        page.locator("#first-opinion-finding-1").fill("MSI")
        page.locator("#first-opinion-finding-1-value").fill("MSS")
        self.seat.shoot("journey/06-first-opinion", full=True)
        self.seat.press("Save the transcription")
        expect(page.get_by_text("Kreisklinik Tannbrunn, Chirurgie")).to_be_visible()

    def check(self, item, title, document):
        page = self.page
        self.section("Checklist")
        page.get_by_role("link", name=f"Answer: {title}").click()
        self.seat.choose(f"item-{item}-state", "present")
        page.locator(f"#item-{item}-answer").select_option(label=document)
        self.seat.press("Save")
        expect(page.locator(".checklist li.present").get_by_text(title)).to_be_visible()

    def consent(self):
        self.section("Case sheet")
        self.seat.press("Record the consent")
        expect(self.page.get_by_text("Consent recorded")).to_be_visible()

    def invite(self, person, role):
        page = self.page
        self.section("Panel")
        page.get_by_role("link", name="Invite").click()
        page.locator("#invite-person").select_option(person)
        page.locator("#invite-role").select_option(role)
        self.seat.press("Invite")
        expect(page.locator(".members b").get_by_text(self.seat.server.people[person]["name"])).to_be_visible()

    def freeze(self, days):
        page = self.page
        self.section("Freeze the panel")
        page.locator("#freeze-reviewDeadline").fill(days(5))
        expect(page.get_by_text("Everything is there.")).to_be_visible()
        self.seat.shoot("journey/09-ready-to-freeze", full=True)
        self.seat.dock("Freeze and start the review")
        self.seat.confirm("Freeze and start the review")
        expect(page.get_by_role("heading", name="5 members have not sealed")).to_be_visible()

    def deliver(self):
        self.section("Course and delivery")
        self.seat.press("Deliver")
        self.seat.confirm("Deliver")
        expect(self.page.locator(".members .chip", has_text="not acknowledged")).to_be_visible()
