"""What the record of a document, and the answer to a command, depend on besides the files that are checked."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_postmortem import __version__

if TYPE_CHECKING:  # What is known already is told without them.
    from mkdocs_postmortem.settings import Settings

_LIBRARIES = {"pydantic": "version.py", "yaml": "__init__.py"}
"""Where the libraries that read say which release they are: to import them would take longer than a known check."""
_PACKAGE = Path(__file__).parent.parent
_JUDGED_LATER = {"as_of", "fail_on"}
"""Settings on which no record depends."""


def fingerprint(root: Path, settings: Settings) -> str:
    """Return a name for the records of the settings' folder below `root`: another release or settings, another name."""
    return digest(*release(), str(root.absolute()), settings.model_dump_json(exclude=_JUDGED_LATER))


def digest(*parts: str) -> str:
    """Return a short name for these texts: other texts, another name."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def release() -> tuple[str, ...]:
    """Return what tells one release of this package, of Python and of the libraries that read from another."""
    return (__version__, sys.version, *_libraries(), *_code(str(_PACKAGE)))


def _libraries() -> Iterator[str]:
    for name, file in _LIBRARIES.items():
        found = find_spec(name)
        if found and found.origin:
            yield Path(found.origin).with_name(file).read_text(encoding="utf-8")


def _code(folder: str) -> Iterator[str]:
    """Yield size and time of our own modules and word lists: in a working copy they change without a release."""
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.is_dir():
            yield from _code(entry.path)
        elif entry.name.endswith((".py", ".yaml", ".json")):
            state = entry.stat()
            yield f"{entry.name} {state.st_size} {state.st_mtime_ns}"
