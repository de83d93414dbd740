"""Starts the stand-in server on a free loopback port, and opens the client as one of its people."""
import contextlib
import os
import pathlib
import subprocess

from playwright.sync_api import expect, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[3]
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
expect.set_options(timeout=10_000)


@contextlib.contextmanager
def board():
    """Gives a `Board`; the server and the browser end with the block."""
    server = subprocess.Popen(["node", str(ROOT / "Tests/Web/mock/server.js"), "0"], stdout=subprocess.PIPE, text=True)
    try:
        address = server.stdout.readline().split("/as/")[0]
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=ARGUMENTS)
            yield Board(address, chromium)
            chromium.close()
    finally:
        server.terminate()
        server.wait()


class Board:
    def __init__(self, address, chromium):
        self.address, self.chromium, self.complaints = address, chromium, []

    def open(self, person, path, width=1440, height=900, scheme="light", language="en-GB"):
        """A page of its own context, signed in; what its console complains of is kept."""
        context = self.chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale=language)
        page = context.new_page()
        page.on("console", lambda message: self.complain(person, message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.complain(person, str(error)))
        page.goto(f"{self.address}/as/{person}")
        page.goto(f"{self.address}/#/cases/{path}")
        page.locator("tb-phase-bar, .record, .state").first.wait_for()
        return page

    def complain(self, person, text):
        self.complaints.append(f"{person}: {text}")

    def cut(self):
        """Breaks every open socket, as a lost network does."""
        context = self.chromium.new_context()
        context.request.get(f"{self.address}/cut")
        context.close()
