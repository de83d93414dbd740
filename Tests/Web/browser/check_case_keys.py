"""The desk of a case by keyboard alone, and what stays when the connection breaks."""
import sys

from mock_board import board, expect

WIDTHS = (320, 390, 1024, 1440)
SCREENS = [("m2", "intake"), ("m2", "case-1"), ("m1", "case-2"), ("m5", "case-3"), ("m1", "drafting"), ("m6", "signing"),
           ("m6", "delivered"), ("m6", "delivered/recommendation"), ("p-recip", "delivered")]


def keys_walk_documents_and_panes(page):
    first = page.locator(".doc[aria-current]").inner_text()
    page.keyboard.press("j")
    expect(page.locator(".doc[aria-current]")).not_to_have_text(first)
    page.keyboard.press("k")
    expect(page.locator(".doc[aria-current] b")).to_contain_text(first.split("\n")[0])
    page.keyboard.press("1")
    expect(page.locator(".pane.docs :focus")).to_have_count(1)
    page.keyboard.press("3")
    expect(page.locator(".panel-head h2")).to_be_focused()
    page.keyboard.press("?")
    expect(page.locator("dialog[open] dl")).to_contain_text("Next document")
    page.keyboard.press("Escape")


def a_finding_is_made_without_a_mouse_and_focus_returns(page):
    add = page.locator("tb-source-text .gutter .add").nth(3)
    add.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#finding-statement")).to_be_focused()
    page.keyboard.press("Escape")
    expect(add).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("Made by keyboard")
    page.keyboard.press("Enter")
    expect(add).to_be_focused()
    mark = page.locator("tb-source-text .gutter button.num").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card", has_text="Made by keyboard")).to_be_focused()
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()


def what_was_written_outlives_a_broken_connection(page, table):
    page.route("**/ws", lambda route: route.abort())
    page.evaluate("WebSocket.prototype.send = () => {}")
    table.cut()
    page.locator("tb-source-text .gutter .add").nth(4).click()
    page.keyboard.type("Written offline")
    page.keyboard.press("Enter")
    expect(page.locator(".card", has_text="Written offline")).to_contain_text("not sent yet")


def nothing_scrolls_sideways(table):
    for width in WIDTHS:
        for person, path in SCREENS:
            page = table.open(person, path, width=width, language="de-DE")
            page.locator(".desk, .page").first.wait_for()
            page.wait_for_load_state("networkidle")
            for pane in range(page.locator(".pane-tab").count() if width < 960 else 0):
                page.locator(".pane-tab").nth(pane).click()
                assert not overflows(page), f"{person} {path} at {width}, pane {pane}"
            assert not overflows(page), f"{person} {path} at {width}"
            page.context.close()


def overflows(page):
    return page.evaluate("""() => document.documentElement.scrollWidth > innerWidth
        || [...document.querySelectorAll('.pane')].some(pane => pane.clientWidth > 0 && pane.scrollWidth > pane.clientWidth)""")


def main():
    with board() as table:
        page = table.open("m2", "case-1")
        keys_walk_documents_and_panes(page)
        a_finding_is_made_without_a_mouse_and_focus_returns(page)
        what_was_written_outlives_a_broken_connection(page, table)
        nothing_scrolls_sideways(table)
        assert not table.complaints, "\n".join(table.complaints)
    print("the desk works by keyboard, and keeps what was written")


if __name__ == "__main__":
    sys.exit(main())
