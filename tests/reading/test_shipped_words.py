"""The spellings of all languages in one file."""

from __future__ import annotations

from mkdocs_postmortem.reading.shipped_words import LANGUAGES, gather_spellings, shipped_spellings, words_of
from scripts.write_spellings import FILE, write_spellings


def test_the_file_is_what_the_script_writes() -> None:
    assert FILE.read_text(encoding="utf-8") == write_spellings(), "run python scripts/write_spellings.py"


def test_what_the_file_holds_is_what_the_files_of_the_languages_state() -> None:
    assert shipped_spellings() == gather_spellings()


def test_every_language_adds_to_it() -> None:
    spoken = shipped_spellings()["months"]["3"]
    assert all(set(words_of(language)["months"]["3"]) <= set(spoken) for language in LANGUAGES)
    assert {"march", "mars"} <= {name.casefold() for name in spoken}
