"""A MkDocs project in a folder of its own, and its build: in this process, or by the command that users type."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from click.exceptions import ClickException
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.documents import VALID

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLES = REPOSITORY / "postmortems"
SHARED_DOCUMENTS = REPOSITORY.parent / "shared" / "corpus" / "documents"

MATERIAL_EXTENSIONS = (
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    {"toc": {"permalink": True}},
    "pymdownx.details",
    {"pymdownx.highlight": {"anchor_linenums": True, "line_spans": "__span"}},
    "pymdownx.inlinehilite",
    "pymdownx.superfences",
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"pymdownx.tasklist": {"custom_checkbox": True}},
)
"""What Material's documentation tells people to switch on."""


@dataclass(frozen=True)
class Built:
    """What a build gave: `status` is the exit status, `failure` the sentence it ended with, `log` lines with level."""

    root: Path
    site: Path
    status: int
    failure: str
    log: tuple[str, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """Return all files of the site, relative to it, sorted."""
        found = (path for path in self.site.rglob("*") if path.is_file())
        return tuple(sorted(path.relative_to(self.site).as_posix() for path in found))

    def read(self, name: str) -> str:
        """Return the text of one file of the site."""
        return (self.site / name).read_text(encoding="utf-8")

    def has(self, name: str) -> bool:
        """Return whether the site has this file."""
        return (self.site / name).is_file()

    def warnings(self) -> tuple[str, ...]:
        """Return the lines at warning level or above."""
        return tuple(line for line in self.log if line.startswith(("WARNING", "ERROR", "CRITICAL")))

    def problem_lines(self) -> tuple[str, ...]:
        """Return the problems that the build logged, as `postmortem check` prints them."""
        marker = "mkdocs_postmortem: "
        return tuple(line.partition(marker)[2] for line in self.log if marker in line and " PM" in line)


def make_project(
    root: Path,
    documents: Mapping[str, str | bytes] | None = None,
    *,
    theme: str | dict[str, Any] = "mkdocs",
    options: Mapping[str, Any] | None = None,
    config: Mapping[str, Any] | None = None,
    pages: Mapping[str, str] | None = None,
) -> Path:
    """Write a project with these documents (paths inside postmortems/) and return its folder.

    `options` are the postmortem block, `config` further or other keys of mkdocs.yml, `pages` files of docs/. Without
    `documents` the folder holds one valid document; with an empty mapping it is not there.
    """
    root.mkdir(parents=True, exist_ok=True)
    written = {"docs/index.md": "# Welcome\n\nHello.\n"}
    written.update({f"docs/{name}": text for name, text in (pages or {}).items()})
    for name, text in written.items():
        write(root / name, text)
    for name, data in ({"2026/incident.md": VALID} if documents is None else documents).items():
        write(root / "postmortems" / name, data)
    plugin = {"postmortem": {"as_of": "2026-03-10", **(options or {})}}
    whole = {"site_name": "Test", "theme": theme, "plugins": ["search", plugin], **(config or {})}
    write(root / "mkdocs.yml", yaml.safe_dump(whole, sort_keys=False, allow_unicode=True))
    return root


def write(path: Path, data: str | bytes) -> None:
    """Write a file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


def build_project(root: Path, *, strict: bool = False, serving: bool = False, site: Path | None = None) -> Built:
    """Build the project in this process, as `mkdocs build` (or, `serving`, one build of `mkdocs serve`) would."""
    site = site or root / "site"
    status, failure = 0, ""
    with _recorded_log() as lines:
        try:
            # MkDocs' command passes None for an option that was not given.
            config = load_config(str(root / "mkdocs.yml"), strict=strict or None, site_dir=str(site))
            config.plugins.on_startup(command="serve" if serving else "build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except Abort:
            errors = [line.partition(" - ")[2] for line in lines if line.startswith("ERROR")]
            status, failure = 1, errors[-1] if errors else "aborted"
        except ClickException as error:
            status, failure = 1, error.format_message()
    return Built(root, site, status, failure, tuple(lines))


def run_mkdocs(root: Path, *arguments: str) -> Built:
    """Run `mkdocs build` with these arguments in a process of its own; the log holds both of its streams."""
    site = root / "site"
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site), *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"},
    )
    lines = tuple((run.stdout + run.stderr).splitlines())
    return Built(root, site, run.returncode, lines[-1] if run.returncode and lines else "", lines)


class _Recorder(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.INFO)
        self.lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} - {record.getMessage()}")


@contextmanager
def _recorded_log() -> Iterator[list[str]]:
    lines: list[str] = []
    logger, handler = logging.getLogger("mkdocs"), _Recorder(lines)
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
