"""Enlarged, spaced and stilled: WCAG 1.4.10, 1.4.12 and who asked for no motion."""
import pytest

from support.audit import overflow, settled

# Tallest to flattest: a phone, 1280 px at 200 % and at 400 %, and the same at 400 % where only 256 px of height are left.
WINDOWS = [(320, 640), (640, 450), (320, 256)]
PLACES = ["/", "/cases/case-1", "/cases/case-2", "/cases/case-3", "/conferences/conf-1", "/settings"]
PANES = 3
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"


@pytest.fixture
def page(seat):
    return seat("m2", language="de").page


def every_pane(page):
    """Each view of the place that is open, by number; a page has one."""
    tabs = page.locator(".pane-tab")
    for pane in range(PANES if tabs.first.is_visible() else 1):
        if tabs.first.is_visible():
            tabs.nth(pane).click()
        yield pane


def go(page, place):
    page.goto(f"/#{place}")
    settled(page)


@pytest.mark.parametrize("place", PLACES)
def test_nothing_scrolls_sideways_when_enlarged(page, place):
    go(page, place)
    for width, height in WINDOWS:
        page.set_viewport_size({"width": width, "height": height})
        for pane in every_pane(page):
            assert not overflow(page), f"{place} {width}x{height} pane {pane}: {overflow(page)}"


@pytest.mark.parametrize("place", PLACES)
def test_wider_spacing_of_text_cuts_nothing_off(page, place):
    go(page, place)
    page.set_viewport_size({"width": 390, "height": 844})
    # A sheet made by script is no inline style: the policy of the page allows it.
    page.evaluate("""rules => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets = [sheet];
    }""", SPACED)
    for pane in every_pane(page):
        assert not overflow(page), f"{place} pane {pane}: {overflow(page)}"
        cut = page.evaluate("""() => [...document.querySelectorAll('button, a, h1, h2, h3, label, .chip, th, td, p')]
            .filter(node => node.checkVisibility() && getComputedStyle(node).overflow === 'hidden' && !node.closest('.vh, .phases'))
            .filter(node => node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)
            .map(node => node.textContent.trim())""")
        assert not cut, cut


def test_who_asks_for_no_motion_gets_none(page):
    go(page, "/cases/case-2")
    moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter(node => {
        const style = getComputedStyle(node);
        return style.animationName !== 'none' || style.transitionDuration.split(', ').some(time => parseFloat(time) > 0);
    }).map(node => node.className)""")
    assert not moving, moving
