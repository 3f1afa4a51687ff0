"""The browser of the tests, the benchmarks and the screenshots: the Chromium of this machine."""

from __future__ import annotations

import shutil

_WHOLE = ("chromium", "chromium-browser")
_SHELL = "chromium-headless-shell"


def find_chromium(*, whole: bool = False) -> str | None:
    """Return the path of Chromium, None where there is none.

    The one without windows comes first, for tests take a quarter less of their time in it; a `whole` one is what
    readers have, for figures and pictures.
    """
    return next(filter(None, map(shutil.which, _WHOLE if whole else (_SHELL, *_WHOLE))), None)
