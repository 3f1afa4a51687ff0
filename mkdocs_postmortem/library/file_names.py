"""Which file names can become addresses on every system."""

from __future__ import annotations

import re

from mkdocs_postmortem.problems import printable

_BAD_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f<>:\"|?*#%\\\u202a-\u202e\ud800-\udfff]|^[-.~]|[. ]\.[a-z0-9]+$")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_LONGEST_NAME = 200


def find_name_fault(name: str) -> tuple[str, str] | None:
    """Return why a file or folder of this name cannot be published, and what to do; None when it can."""
    if match := _BAD_NAME.search(name):
        message = f'the name holds "{printable(match[0])}" where it cannot stand'
        return message, "use letters, digits, dashes and dots"
    if name.partition(".")[0].lower() in _RESERVED or len(name) > _LONGEST_NAME:
        return (
            "some systems cannot store a file of this name",
            "rename it, such as 2026-03-01-checkout-outage.md",
        )
    return None
