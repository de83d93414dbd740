"""A case from the last seal to the acknowledgement, in four browsers at once, and what must hold on the way."""
import re
import sys

from mock_board import board, expect

DIMENSIONS = ["diagnosis", "stage", "indicationForTreatment", "intent", "primaryModality", "scope", "sequence", "agentsDose",
              "supportiveCare", "trialOption"]


def make_finding(page, statement):
    page.locator(".doc", has_text="Rektumprotokoll").click()
    page.locator("tb-source-text .gutter .add").nth(6).click()
    expect(page.locator("#finding-statement")).to_be_focused()
    page.keyboard.type(statement)
    page.keyboard.press("Enter")
    expect(page.locator(".card", has_text=statement)).to_be_visible()


def answer_everything(page):
    page.locator("[data-tab=opinion]").click()
    for dimension in DIMENSIONS:
        page.locator(f"#answer-{dimension}").click()
        form = page.locator(f"#answer-{dimension}-panel")
        if dimension == "intent":
            choose(form, "I can judge")
            choose(form, "palliative")
            choose(form, "6")
            form.locator(f"#answer-{dimension}-rationale").fill("The liver lesion is unproven.")
            expect(form.locator(".lacks")).to_contain_text("a place in the sources")
            form.locator("fieldset .check input").last.check()
        else:
            choose(form, "cannot judge")
    page.locator("#answer-trialOption").click()
    expect(page.locator(".accordion [data-state=done]")).to_have_count(10)


def choose(scope, text, which=0):
    """One of a row of segments or of a rating, as a person clicks it."""
    scope.locator("label").filter(has_text=re.compile(f"^{re.escape(text)}$")).nth(which).click()


def confirm(page, name):
    page.locator("dialog[open]").get_by_role("button", name=name).click()


def dock(page, name):
    button = page.locator("tb-dock").get_by_role("button", name=name)
    expect(button).not_to_have_attribute("aria-disabled", "true")
    button.click()


def review_ends_with_the_last_seal(reviewer, chair):
    expect(chair.get_by_text("Waiting for the reveal.")).to_be_visible()
    make_finding(reviewer, "Fascia is clear by 5 mm")
    answer_everything(reviewer)
    expect(reviewer.locator("tb-status-line")).to_contain_text("Saved")
    dock(reviewer, "Seal my opinion")
    confirm(reviewer, "Seal my opinion")
    for page in (reviewer, chair):
        expect(page.get_by_role("heading", name="Where we differ")).to_be_visible()
        expect(page.locator(".positions-table tbody tr").filter(has_text="Intent").locator(".other")).not_to_have_count(0)


def a_difference_is_discussed_assessed_and_settled(reviewer, chair):
    for page in (reviewer, chair):
        page.locator(".positions-table").get_by_role("button", name="Intent").click()
    reviewer.locator("#thread-text").fill("Segment VI needs an MRI first.")
    reviewer.get_by_role("button", name="Send").click()
    expect(chair.locator(".say")).to_contain_text("Segment VI needs an MRI first.")
    chair.locator("#assess-kind").select_option("interpretation")
    choose(chair.locator(".chair-box"), "2b")
    expect(reviewer.locator(".thread-box")).to_contain_text("Severity 2b")
    chair.get_by_role("button", name="Resolved").click()
    chair.locator("#question-reason").fill("Curative, unless the MRI says otherwise")
    confirm(chair, "Settle")
    expect(reviewer.locator(".settled")).to_contain_text("Curative, unless the MRI says otherwise")


def an_opinion_is_amended_beside_its_original(reviewer, chair):
    reviewer.locator("[data-tab=opinions]").click()
    reviewer.locator("#opinions-dimension").select_option("intent")
    mine = reviewer.locator(".opinions .mine")
    expect(mine).to_contain_text("palliative")
    mine.get_by_role("button", name="Amend").click()
    choose(mine, "curative")
    mine.get_by_role("button", name="Amend").click()
    reviewer.locator("#question-reason").fill("I was persuaded")
    confirm(reviewer, "Amend")
    expect(mine.locator(".amendment")).to_contain_text("I was persuaded")
    expect(mine).to_contain_text("palliative")


def options_are_proposed_and_voted_on_blind(reviewer, chair):
    for page, text in ((reviewer, "PD-1 blockade, then restaging"), (chair, "Resection")):
        page.locator("[data-tab=options]").click()
        page.get_by_role("button", name="Propose an option").click()
        page.locator("#option-text").fill(text)
        page.locator(".form").get_by_role("button", name="Propose an option").click()
        expect(page.locator(".candidate", has_text=text)).to_be_visible()
    dock(chair, "Open a vote")
    dock(chair, "Open a vote")
    for page in (reviewer, chair):
        expect(page.locator("input[type=radio]:checked")).to_have_count(0)
        expect(page.locator("tb-dock .primary")).to_have_attribute("aria-disabled", "true")
        for option in page.locator(".rating").all():
            choose(option, "8")
        dock(page, "Seal my votes")
        expect(page.locator(".receipt .fingerprint")).to_contain_text("commitment")
    dock(reviewer, "Change my votes")
    choose(reviewer.locator(".rating").first, "9")
    dock(reviewer, "Seal my votes")
    expect(reviewer.locator(".receipt")).to_contain_text("replaces 1 earlier ballot")
    dock(chair, "Close the round")
    confirm(chair, "Close the round")
    for page in (reviewer, chair):
        expect(page.get_by_text("This round is void")).to_be_visible()
        expect(page.locator(".ballot-proof")).to_contain_text("is in the published list")


def the_chair_drafts_and_the_server_computes(reviewer, chair):
    dock(chair, "Begin the draft")
    confirm(chair, "Begin the draft")
    dock(chair, "Write the draft")
    chair.locator("#draft-text").fill("The board recommends PD-1 blockade.")
    chair.get_by_text("PD-1 blockade, then restaging").click()
    dock(chair, "Save as new version")
    expect(chair.locator("tb-error-summary")).to_contain_text("Give a value on at least one question")
    chair.locator("#draft-intent").click()
    choose(chair.locator("#draft-intent-panel"), "curative", -1)
    chair.locator("#draft-scope").click()
    chair.locator("#draft-scope-value-text").fill("Organ preservation")
    dock(chair, "Save as new version")
    expect(chair.locator("tb-error-summary")).to_contain_text("say whether it is the same")
    choose(chair.locator(".judgement"), "different")
    dock(chair, "Save as new version")
    for page in (reviewer, chair):
        expect(page.locator(".draft")).to_contain_text("Adjusts the first plan")


def everybody_answers_and_signs(reviewer, chair, others):
    dock(chair, "Open for signature")
    confirm(chair, "Open for signature")
    choose(reviewer, "I dissent")
    dock(reviewer, "Give my answer")
    expect(reviewer.locator("tb-error-summary li")).to_have_count(2)
    reviewer.locator("#response-alternative").fill("Total neoadjuvant therapy")
    reviewer.locator("#response-reasons").fill("The drug is not licensed here")
    dock(reviewer, "Give my answer")
    for page in (chair, *others):
        choose(page.locator("#main"), "I concur")
        dock(page, "Give my answer")
    for page in (reviewer, chair, *others):
        dock(page, "Sign")
        page.locator("#question-password").fill("any but the one called wrong")
        confirm(page, "Sign")
        expect(page.locator("tb-dock")).not_to_contain_text("Your signature is missing")
    dock(chair, "Conclude")
    confirm(chair, "Conclude")
    expect(reviewer.get_by_text("The record is complete")).to_be_visible()


def the_record_shows_dissent_silence_and_proof(reviewer):
    dock(reviewer, "Open the recommendation")
    record = reviewer.locator(".recommendation")
    expect(record).to_contain_text("Dissent of Dr. med. Tomasz Wierzbicki")
    expect(record).to_contain_text("attests the record, not agreement")
    expect(record).to_contain_text("no response")
    expect(record).to_contain_text("BEGIN PUBLIC KEY")
    expect(record).not_to_contain_text("does not match its hash")


def main():
    with board() as table:
        reviewer, chair = table.open("m2", "last"), table.open("m1", "last")
        review_ends_with_the_last_seal(reviewer, chair)
        a_difference_is_discussed_assessed_and_settled(reviewer, chair)
        an_opinion_is_amended_beside_its_original(reviewer, chair)
        options_are_proposed_and_voted_on_blind(reviewer, chair)
        the_chair_drafts_and_the_server_computes(reviewer, chair)
        others = [table.open(person, "last") for person in ("m3", "m4", "m5")]
        everybody_answers_and_signs(reviewer, chair, others)
        the_record_shows_dissent_silence_and_proof(reviewer)
        assert not table.complaints, "\n".join(table.complaints)
    print("a case went from the last seal to the record")


if __name__ == "__main__":
    sys.exit(main())
