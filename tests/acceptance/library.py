"""A copy of this repository's own site, to break things in."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from mkdocs_postmortem.cli import main
from tests.sites import REPOSITORY

_LATE = ("overdue-item", "item-past-deadline", "review-overdue", "missing-postmortem")
"""What the samples are late with, on purpose: a site that has nothing else wrong is quiet without it."""


def copy_own_site(root: Path) -> Path:
    """Copy configuration, pages and sample library into a folder, with an old site beside them. Nothing is late."""
    root.mkdir(exist_ok=True)
    for name in ("docs", "postmortems"):
        shutil.copytree(REPOSITORY / name, root / name)
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    quiet = "".join(f"        {name}: off\n" for name in _LATE)
    (root / "mkdocs.yml").write_text(config.replace("      levels:\n", f"      levels:\n{quiet}", 1), encoding="utf-8")
    old = root / "site" / "index.html"
    old.parent.mkdir()
    old.write_text("the old site", encoding="utf-8")
    return root


def old_site_stands(root: Path) -> bool:
    """Return whether the site from before is there and nothing else is."""
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    return [path.name for path in files] == ["index.html"] and files[0].read_text(encoding="utf-8") == "the old site"


def check(root: Path, *arguments: str) -> Result:
    """Run `postmortem check` for the project in `root`."""
    return CliRunner().invoke(main, ["check", "--config", str(root / "mkdocs.yml"), *arguments])


@dataclass(frozen=True)
class Breakage:
    """One thing broken in one document: the line `old` (its only one that begins so) becomes `new`.

    The problem must stand `below` that many lines under it; at the top of the file when `at_top`.
    """

    what: str
    document: str
    old: str
    new: str
    problem: str
    below: int = 0
    at_top: bool = False

    def apply(self, root: Path) -> str:
        """Break the document in the copy and return "path:line" of where the problem must be reported."""
        path = root / "postmortems" / self.document
        lines = path.read_text(encoding="utf-8").split("\n")
        places = [number for number, line in enumerate(lines) if line.startswith(self.old)]
        assert len(places) == 1, (self.old, places)
        lines[places[0]] = self.new
        path.write_text("\n".join(lines), encoding="utf-8")
        return f"postmortems/{self.document}:{1 if self.at_top else places[0] + 1 + self.below}"
