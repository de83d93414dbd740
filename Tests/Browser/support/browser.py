"""Chromium as people sit before it: a seat is one person's browser, and keeps every complaint it made."""
import contextlib
import json
import os

from playwright.sync_api import expect, sync_playwright

from support.authority import ROOT

ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
SCREENS = ROOT / "artifacts/screens"
DESKTOP = {"width": 1440, "height": 900}
# What the browser itself says about a connection that was cut, a request that was refused or aborted.
NETWORK = ("Failed to load resource", "WebSocket connection to")


@contextlib.contextmanager
def chromium(home):
    expect.set_options(timeout=10_000)
    with sync_playwright() as playwright:
        binary = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=binary, args=ARGUMENTS, env={**os.environ, "HOME": str(home)})
        yield browser
        browser.close()


class Seat:
    """One person's browser: a context of its own, one page, and what the console said."""

    def __init__(self, browser, server, person=None, url=None, language="en", theme="light", viewport=DESKTOP, by_form=False):
        self.server, self.person = server, person
        self.url = url or server.url
        self.context = browser.new_context(
            base_url=self.url, viewport=viewport, locale="en-GB", timezone_id="Europe/Berlin", reduced_motion="reduce",
        )
        self.complaints = []
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        settings = json.dumps({"language": language, "theme": theme})
        self.page.add_init_script(f"localStorage.getItem('consilium.settings') ?? localStorage.setItem('consilium.settings', {settings!r})")
        if by_form:
            self.page.goto(self.url)
            self.fill_sign_in()
        elif person:
            self.context.add_cookies([{
                "name": "__Host-consilium", "value": server.session(person), "url": self.url, "secure": True, "httpOnly": True,
            }])

    def _heard(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    @property
    def faults(self):
        """Complaints that are not about the network."""
        return [text for text in self.complaints if not text.startswith(NETWORK)]

    def open(self, place):
        """Goes to an address of the program, such as `/cases/case-1`."""
        self.page.goto(f"{self.url}/#{place}")
        return self.page

    def fill_sign_in(self):
        """Through the form, as a person does."""
        sign_in = self.server.people[self.person]["signIn"]
        self.page.get_by_label("User name").fill(sign_in["login"])
        self.page.get_by_label("Password").fill(sign_in["password"])
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.get_by_role("heading", name="My boards")).to_be_visible()

    def choose(self, name, value):
        """Presses one of a row of segments."""
        self.page.locator("label", has=self.page.locator(f"input[name='{name}'][value='{value}']")).click()

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()

    def confirm(self, name):
        """The same in the dialog that asks whether one means it."""
        self.page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()

    def dock(self, name):
        self.page.locator("tb-dock").get_by_role("button", name=name, exact=True).click()

    def tab(self, name):
        self.page.locator(f"nav.tabs button[data-tab={name}]").click()

    def hurry(self):
        """The browser says that its network is back; so does a person with the button of the banner, while it stands there."""
        self.page.evaluate("dispatchEvent(new Event('online'))")

    def shoot(self, name, full=False):
        SCREENS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENS / f"{name}.png", full_page=full, animations="disabled")

    def close(self):
        self.context.close()
