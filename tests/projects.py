"""A folder with documents, pages and files of every kind, and what a check of it says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs_postmortem.library import Library, load_library
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.rules.judge import judge
from tests.documents import VALID, settings_of
from tests.sites import write

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001049444154789c63700f49072206"
    "0805001bc6040998918e8a0000000049454e44ae426082"
)
"""A picture of two by two pixels."""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z" fill="#475467"/></svg>'
OTHER = VALID.replace("INC-2026-014", "INC-2025-001")
"""The second document: INC-2025-001."""


def fill(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files, by path relative to the root, and return the root."""
    for name, data in files.items():
        write(root / name, data)
    return root


def load(root: Path, **options: Any) -> Library:
    """Return the library of a folder."""
    return load_library(root, settings_of(options)).library


def check_links(root: Path, body: str, **options: Any) -> list[str]:
    """Return what a check says of links in `body`, the last part of `postmortems/2026/a.md`, from its line 38 on."""
    write(root / "postmortems/2026/a.md", f"{VALID}\n{body}\n")
    loaded = load_library(root, settings_of(options))
    return [brief_links(problem) for problem in judge(loaded) if problem.location.path == "postmortems/2026/a.md"]


def brief_links(problem: Problem) -> str:
    """Return "line:column message; hint", with a mark before warnings."""
    mark = "warning " if problem.level.value == "warning" else ""
    hint = f"; {problem.hint}" if problem.hint else ""
    return f"{mark}{problem.location.line}:{problem.location.column} {problem.message}{hint}"
