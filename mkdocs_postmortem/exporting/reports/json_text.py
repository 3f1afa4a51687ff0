r"""JSON that can be printed anywhere: ASCII alone, and nothing in it that a build server or a page would obey."""

from __future__ import annotations

import json
from typing import Any

_ESCAPES = (
    ("##", r"#\u0023"),  # `##[command]` and `##vso[…]` are obeyed wherever they stand in a line of a log.
    ("</", r"<\/"),  # What ends a script when the report is put into a page.
)


def write_json(value: Any) -> str:
    """Return a value as JSON with a line feed at its end; every reader gets back the same value."""
    text = json.dumps(value, indent=1, ensure_ascii=True, allow_nan=False)
    for plain, escaped in _ESCAPES:
        text = text.replace(plain, escaped)
    return f"{text}\n"


def whole(text: str) -> str:
    """Return text in which every character can be written as UTF-8.

    Names of files may hold bytes that are no text; strict readers of JSON stop where they meet one.
    """
    return text.encode("utf-8", "replace").decode("utf-8")
