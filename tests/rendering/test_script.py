"""The script of our pages: one classic file that leaves nothing behind and asks for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import mkdocs_postmortem
from mkdocs_postmortem.rendering.script import ALONE, PIECES, render_script
from mkdocs_postmortem.views.facet_table import CONTROL_WORDS, INCIDENT_WORDS
from mkdocs_postmortem.views.item_facets import ITEM_WORDS

FOLDER = Path(mkdocs_postmortem.__file__).parent / "static" / "facets"


def test_every_shipped_piece_is_in_the_script() -> None:
    assert {path.stem for path in FOLDER.glob("*.js")} == set(PIECES)
    assert {path.name for path in FOLDER.parent.glob("*.js")} == set(ALONE)
    assert all((FOLDER / f"{name}.js").read_text(encoding="utf-8").rstrip() in render_script() for name in PIECES)


def test_the_script_is_closed_and_no_module() -> None:
    script = render_script()

    functions = script.split(";\n\n(() => {")
    assert len(functions) == len(ALONE)
    assert all(re.search(r"^(/\*.*?\*/\s*\(\(\) => \{)?\n.*\}\)\(\)\s*$", each, re.DOTALL) for each in functions)
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)


def test_the_script_asks_for_nothing_and_remembers_nothing() -> None:
    assert not re.search(r"fetch\(|XMLHttpRequest|https?:|import\(|Storage|cookie|eval\(", render_script())


def test_the_script_says_only_words_that_the_page_gives_it() -> None:
    said = set(re.findall(r'(?:say\(|cell\("\w+", )"([a-z-]+)"', render_script()))

    assert len(said) > 20
    assert sorted(said - {*CONTROL_WORDS, *INCIDENT_WORDS, *ITEM_WORDS, "results"}) == []
    assert sorted({*CONTROL_WORDS, *INCIDENT_WORDS, *ITEM_WORDS} - said - {"sort-ascending", "sort-descending"}) == []
