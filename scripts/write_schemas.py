"""Writes docs/schema/ from the package: the JSON Schemas for the settings that hold by default.

Run it from anywhere: `python scripts/write_schemas.py`. A test fails when a schema is stale.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs_postmortem.exporting.schemas import SUBJECTS, write_schema
from mkdocs_postmortem.settings import Settings

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "schema"


def write_schemas() -> dict[str, str]:
    """Return every schema of the folder by its file name."""
    return {f"{subject}.schema.json": write_schema(subject, Settings()) for subject in SUBJECTS}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in write_schemas().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
