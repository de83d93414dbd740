"""Every screen of the gallery: no violation axe knows of, nothing that scrolls sideways, no word from the console."""
import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe

from gallery_server import Gallery, browser, served

SCREENS = ["review", "discussion", "ballot", "vote", "boards", "preparation", "forms", "recommendation", "history", "states", "dialog"]
DESKS = {"review", "discussion", "ballot", "vote"}
VIEWS = ["docs", "read", "side"]
WIDTHS = [320, 390, 1024, 1440]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def main(folder):
    problems = []
    with served() as base, browser() as chromium:
        for width in WIDTHS:
            gallery = Gallery(chromium, base, width)
            for query in screens(width):
                problems += check(gallery, width, query, folder)
            gallery.close()
    print("\n".join(problems) or "every screen is clean")
    return 1 if problems else 0


def screens(width):
    for screen in SCREENS:
        views = VIEWS if screen in DESKS and width < 1250 else ["read"]
        for view in views:
            for theme, language in [("light", "en"), ("dark", "de")]:
                yield {"show": screen, "view": view, "theme": theme, "lang": language, "net": "off" if theme == "dark" else "on"}


def check(gallery, width, query, folder):
    name = f"{query['show']}-{query['view']}-{query['theme']}-{query['lang']}-{width}"
    page = gallery.open(**query)
    if query["show"] == "dialog":
        page.locator("dialog[open]").wait_for()
    if folder:
        page.screenshot(path=str(folder / f"{name}.png"))
    found = [f"{name}: {text}" for text in gallery.complaints]
    gallery.complaints.clear()
    overflow = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    if overflow > 0:
        found.append(f"{name}: scrolls sideways by {overflow} px")
    results = Axe().run(page, options=RULES)
    for violation in results.response["violations"]:
        for node in violation["nodes"]:
            found.append(f"{name}: {violation['id']}: {node['target']} {node['failureSummary'].splitlines()[1].strip()}")
    return found


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if target:
        target.mkdir(parents=True, exist_ok=True)
    sys.exit(main(target))
