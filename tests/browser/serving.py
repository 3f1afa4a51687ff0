"""A folder served on this machine, and pages of a browser that report whatever goes wrong in them."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Page, Request

Scheme = Literal["light", "dark"]

_INDEX = "search/search_index.json"


class _QuietHandler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Let the browser keep what every page of a site loads."""
        if not self.path.endswith(("/", ".html")):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base class names it so
        """Say nothing: the browser's own reports are what a test looks at."""


class _SearchlessHandler(_QuietHandler):
    def do_GET(self) -> None:
        """Give a search that knows no page: on every page that opens, a theme digests all that it knows."""
        if urlsplit(self.path).path != f"/{_INDEX}":
            return super().do_GET()
        index = json.loads(Path(self.directory, _INDEX).read_text(encoding="utf-8"))
        data = json.dumps({**index, "docs": []}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report what went wrong, but not that the browser left before it had everything."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, *, search: bool = True) -> Iterator[str]:
    """Serve the folder on a free port of this machine while the block runs; the value is its address."""
    handler = _QuietHandler if search else _SearchlessHandler
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Watched:
    """A page and what it did: errors on its console, dialogs it opened, addresses elsewhere that it asked for."""

    page: Page
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def note_message(self, message: ConsoleMessage) -> None:
        """Keep an error that the page wrote to its console."""
        if message.type == "error":
            self.errors.append(message.text)

    def note_error(self, error: Error) -> None:
        """Keep an error that no script of the page caught."""
        self.errors.append(str(error))

    def note_dialog(self, dialog: Dialog) -> None:
        """Keep and close a dialog."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def note_request(self, request: Request) -> None:
        """Keep an address that is not on this machine."""
        if urlsplit(request.url).hostname not in ("127.0.0.1", None):
            self.foreign.append(request.url)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Note what the page does while the block runs."""
        notes: dict[Any, Callable[[Any], None]] = {
            "console": self.note_message,
            "pageerror": self.note_error,
            "dialog": self.note_dialog,
            "request": self.note_request,
        }
        for event, note in notes.items():
            self.page.on(event, note)
        yield
        for event, note in notes.items():
            self.page.remove_listener(event, note)


_kept: dict[tuple[Browser, bool], Page] = {}
"""Windows that wait for their next test, by whether scripts run in them: a new one costs as much as two pages."""


@contextmanager
def watched_page(
    browser: Browser, *, scheme: Scheme = "light", width: int = 1280, scripts: bool = True, own: bool = False
) -> Iterator[Watched]:
    """Open a page of this width, with nothing stored, while the block runs.

    Its window is that of the test before, unless that one failed. A test that changes what stays with a window (its
    clock, its routes, the scripts put into each page) takes an `own` one.
    """
    kept = None if own else _kept.pop((browser, scripts), None)
    page = kept or _new_window(browser, scripts=scripts)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="screen", color_scheme=scheme, reduced_motion="reduce")
    watched = Watched(page)
    try:
        with watched.listening():
            yield watched
    except BaseException:
        page.context.close()
        raise
    if own:
        page.context.close()
    else:
        _forget(page)
        _kept[browser, scripts] = page


def _new_window(browser: Browser, *, scripts: bool) -> Page:
    context = browser.new_context(java_script_enabled=scripts)
    context.set_default_timeout(20_000)
    return context.new_page()


def _forget(page: Page) -> None:
    """Leave the page, without its cookies and what else it stored."""
    if urlsplit(page.url).scheme in ("http", "file"):  # no other page has a store
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
    page.context.clear_cookies()
    page.goto("about:blank")
