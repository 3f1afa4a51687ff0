"""`python -m tests.golden --update` writes the golden pages anew."""

from __future__ import annotations

import sys

from tests.golden import FOLDER, PAGES, golden_site, render


def main() -> None:
    """Write every page, or explain how to."""
    if sys.argv[1:] != ["--update"]:
        sys.exit("usage: python -m tests.golden --update")
    site = golden_site()
    for name, uri in PAGES.items():
        (FOLDER / f"{name}.html").write_text(render(site, uri), encoding="utf-8")


main()
