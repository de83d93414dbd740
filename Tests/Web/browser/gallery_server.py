"""Serves the repository on a free loopback port, and opens pages of the gallery in Chromium."""
import contextlib
import functools
import http.server
import os
import pathlib
import threading

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[3]
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def served():
    handler = functools.partial(QuietHandler, directory=ROOT)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/Tests/Web/gallery/"
        server.shutdown()


@contextlib.contextmanager
def browser():
    with sync_playwright() as playwright:
        binary = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        chromium = playwright.chromium.launch(executable_path=binary, args=ARGUMENTS)
        yield chromium
        chromium.close()


class Gallery:
    """One page of the gallery, with everything the console said about it."""

    def __init__(self, chromium, base, width, height=900, **context):
        self.base = base
        self.complaints = []
        self.page = chromium.new_page(viewport={"width": width, "height": height}, **context)
        self.page.on("console", lambda message: self.complaints.append(message.text) if message.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, page="index.html", **query):
        text = "&".join(f"{name}={value}" for name, value in query.items())
        self.page.goto(f"{self.base}{page}?{text}")
        self.page.locator("body[data-ready]").wait_for()
        return self.page

    def close(self):
        self.page.close()
