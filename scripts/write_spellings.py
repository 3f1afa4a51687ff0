"""Writes the spellings of all languages into one file, which a check reads in place of theirs.

Run it from anywhere: `python scripts/write_spellings.py`. A test fails when the file is stale.
"""

from __future__ import annotations

import json
from pathlib import Path

import mkdocs_postmortem.reading
from mkdocs_postmortem.reading.shipped_words import GATHERED, gather_spellings

FILE = Path(mkdocs_postmortem.reading.__path__[0]) / "vocabularies" / GATHERED


def write_spellings() -> str:
    """Return the text of the file, one name a line."""
    return json.dumps(gather_spellings(), ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    FILE.write_text(write_spellings(), encoding="utf-8")
