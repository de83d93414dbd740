"""What only a browser can show: patches that keep focus and scroll, dialogs, keys, and the places of a text."""
import sys

from gallery_server import Gallery, browser, served


def patches_leave_alone_what_is_there(gallery):
    page = gallery.open("patching.html")
    assert page.locator("#report li").count() > 10
    failed = page.locator("#report li[data-failed]").all_inner_texts()
    assert not failed, "\n".join(failed)


def escape_leaves_a_dialog(gallery):
    page = gallery.open(show="dialog")
    page.locator("dialog[open]").wait_for()
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")


def the_error_summary_is_focused_and_leads_to_its_field(gallery):
    page = gallery.open(show="forms")
    page.locator("tb-error-summary:focus").wait_for()
    page.locator("tb-error-summary a").click()
    page.locator("#title:focus").wait_for()


def arrow_keys_move_inside_a_rating_and_nothing_is_preselected(gallery):
    page = gallery.open(show="ballot")
    assert page.locator("input[name=rating-D]:checked").count() == 0
    page.locator("input[name=rating-A]:checked").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("input[name=rating-A]:checked").get_attribute("value") == "8"
    assert page.locator("input[name=rating-D]:checked").count() == 0


def the_bottom_bar_changes_the_pane(gallery):
    page = gallery.open(show="review", view="read")
    page.set_viewport_size({"width": 390, "height": 844})
    assert not page.locator(".pane.docs").is_visible()
    page.locator(".pane-tab").first.click()
    page.locator(".pane.docs").wait_for(state="visible")
    assert not page.locator(".pane.reader").is_visible()


def highlights_stand_on_their_quotes(gallery):
    page = gallery.open(show="review")
    page.locator("body[data-highlights]").wait_for()
    assert page.locator("body").get_attribute("data-highlights") == "Small oesophageal varices"


def the_page_prints_without_the_application(gallery):
    page = gallery.open(show="recommendation")
    page.emulate_media(media="print")
    assert not page.locator(".site-nav").is_visible()
    assert page.locator(".minority").is_visible()
    page.emulate_media(media="screen")


CHECKS = [
    patches_leave_alone_what_is_there, escape_leaves_a_dialog, the_error_summary_is_focused_and_leads_to_its_field,
    arrow_keys_move_inside_a_rating_and_nothing_is_preselected, the_bottom_bar_changes_the_pane, highlights_stand_on_their_quotes,
    the_page_prints_without_the_application,
]


def main():
    failures = 0
    with served() as base, browser() as chromium:
        for check in CHECKS:
            gallery = Gallery(chromium, base, 1440)
            name = check.__name__.replace("_", " ")
            try:
                check(gallery)
                assert not gallery.complaints, gallery.complaints
                print(f"ok   {name}")
            except Exception as error:
                failures += 1
                print(f"FAIL {name}: {error}")
            gallery.close()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
