"""The recommendation is complete on A4 paper: every word of it, and nothing of the program around it."""
import re
import subprocess

import pytest
from playwright.sync_api import expect

from support.audit import settled
from support.browser import SCREENS
from support.story import RECIPIENT, Story

A4 = (595, 842)  # in points


@pytest.fixture(scope="module")
def delivered(server):
    story = Story(server, "p-delivered")
    for step in ("reach_review", "reach_discussion", "propose", "open_round", "vote", "begin_drafting", "draft", "respond", "sign", "deliver"):
        getattr(story, step)()
    return story


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_recommendation_prints_complete_on_a4(seat, server, delivered, language):
    # Paper is white, whatever the screen is.
    recipient = seat(RECIPIENT, language=language, theme="dark")
    page = recipient.open("/cases/p-delivered/recommendation")
    expect(page.locator("article.record")).to_be_visible()
    settled(page)
    paper = SCREENS / f"print/recommendation-{language}.pdf"
    paper.parent.mkdir(parents=True, exist_ok=True)
    page.pdf(path=paper, format="A4", print_background=True, prefer_css_page_size=True)
    [size] = re.findall(r"Page size: +([\d.]+) x ([\d.]+)", poppler("pdfinfo", paper))
    assert [round(float(side)) for side in size] == list(A4)
    words = squeezed(poppler("pdftotext", paper, "-"))
    missing = [text for text in expected(delivered) if squeezed(text) not in words]
    assert not missing, missing
    for control in page.locator("button, tb-site-bar").all_inner_texts():
        assert not control.strip() or squeezed(control) not in words, f"{control} is printed"


def poppler(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def expected(story):
    """What the paper must say: the text, both sides of the vote, the dissent, every name, what proves it."""
    answer = story.desk(RECIPIENT).get("/api/cases/p-delivered/recommendation")
    people = [story.server.people[person]["name"] for person in story.panel]
    key = [line for line in answer["publicKey"].splitlines() if "-----" not in line]
    return [
        "ULME-33", "Das Board empfiehlt die PD-1-Blockade über sechs Monate, danach Reevaluation.", "Die Bedeutung des Leberherdes",
        "Kein dauerhaftes Stoma", "Sie entfernt den Tumor jetzt.", "Muss der Enddarm ganz entfernt werden?", *people, answer["blob"][0],
        answer["signature"], *key,
    ]


def squeezed(text):
    """Paper breaks lines where it likes."""
    return "".join(text.split())
