"""What the record of a document depends on besides its own bytes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import pydantic
import yaml

from mkdocs_postmortem import __version__
from mkdocs_postmortem.settings import Settings

_PACKAGE = Path(__file__).parent.parent
_JUDGED_LATER = {"as_of", "fail_on"}
"""Settings on which no record depends."""


def fingerprint(root: Path, settings: Settings) -> str:
    """Return a name for the records of the settings' folder below `root`: another release or settings, another name."""
    parts = (
        __version__,
        sys.version,
        pydantic.VERSION,
        yaml.__version__,
        *_code(),
        str(root.absolute()),
        settings.model_dump_json(exclude=_JUDGED_LATER),
    )
    return blake2b("\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _code() -> Iterator[str]:
    """Yield size and time of our own modules and word lists: in a working copy they change without a release."""
    for folder, below, names in os.walk(_PACKAGE):
        below.sort()
        for name in sorted(names):
            if name.endswith((".py", ".yaml")):
                state = Path(folder, name).stat()
                yield f"{name} {state.st_size} {state.st_mtime_ns}"
