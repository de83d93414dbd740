"""What must hold of every screen: nothing axe knows of, nothing that scrolls sideways."""
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

WIDTHS = [320, 390, 1024, 1440]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}


def settled(page):
    """The screen says what it has to say: no part of it is still being fetched."""
    expect(page.locator("h1").first).not_to_be_empty()
    expect(page.locator(".state[data-kind=loading]")).to_have_count(0)


def violations(page):
    # The script stays in the page from screen to screen; evaluation by the debugger is no matter of the page's own policy.
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("options => axe.run(document, options).then(results => results.violations)", RULES)
    found = [{**rule, "nodes": [node for node in rule["nodes"] if not is_scrolled_away(page, rule, node)]} for rule in found]
    return [f"{rule['id']}: {node['target']} {' '.join(node['failureSummary'].split())}" for rule in found for node in rule["nodes"]]


def is_scrolled_away(page, rule, node):
    """A target half under the dock is small only where the scroll happens to stand; in the middle of its pane it is judged."""
    return rule["id"] == "target-size" and page.evaluate("""async selector => {
        document.querySelector(selector).scrollIntoView({ block: 'center' });
        const options = { runOnly: ['target-size'], resultTypes: ['violations'] };
        return (await axe.run(selector, options)).violations.length === 0;
    }""", node["target"][0])


def overflow(page):
    """By how many pixels the page scrolls sideways, and what sticks out."""
    return page.evaluate("""() => {
        const width = document.scrollingElement.scrollWidth - innerWidth;
        if (width <= 0) return null;
        const out = [...document.querySelectorAll('body *')].filter(node => node.getBoundingClientRect().right > innerWidth + 1);
        return `${width} px: ${out.slice(-3).map(node => `${node.tagName}.${node.className?.baseVal ?? node.className}`)}`;
    }""")
