"""A record survives packing, whatever a document holds."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest

from mkdocs_postmortem.checking.record import Record, pack_record, unpack_record
from mkdocs_postmortem.library.digest import digest_of
from mkdocs_postmortem.reading.document import read_postmortem
from mkdocs_postmortem.reading.source_file import read_source
from mkdocs_postmortem.settings import Settings
from tests.documents import VALID, read, settings_of, with_front, with_items, with_line

CORPUS = Path(__file__).parent.parent / "corpus"
RICH = with_front(
    "audience: public\nrelated: [INC-1, {id: INC-2, relation: recurrence-of}]\npublished_at: 2026-03-05\n"
    "review_at: 2026-04-05",
    with_items("Cap the pool / Due: 2026-04-01 / Priority: P0", "Page someone"),
)


def record_of(text: str, path: str) -> Record:
    result = read(text, path)
    return Record(digest_of(result.postmortem, Settings()), result.problems)


@pytest.mark.parametrize(
    "text",
    [
        VALID,
        RICH,
        RICH + "\n[a](b.md#c) ![d](e.png) [[INC-3]] `](f.md)`\n",
        with_line("severity:", "severity: sev9"),
        with_line("started_at:", "started_at: soon"),
        "# No front matter\n\n**Started at:** 2026-03-01 14:05 UTC\n",
        "",
    ],
)
def test_record_comes_back_as_it_was(text: str) -> None:
    record = record_of(text, "2026/a.md")
    packed = marshal.loads(marshal.dumps(pack_record(record)))  # noqa: S302  # packed right here
    assert unpack_record(packed, "2026/a.md", Settings(folder=".")) == record


@pytest.mark.parametrize("document", sorted(CORPUS.rglob("*.md")), ids=lambda path: path.stem)
def test_record_of_every_document_of_the_corpus_comes_back(document: Path) -> None:
    result = read_postmortem(read_source(document, f"postmortems/{document.name}", document.name), Settings())
    record = Record(digest_of(result.postmortem, Settings()), result.problems)
    packed = marshal.loads(marshal.dumps(pack_record(record)))  # noqa: S302  # packed right here
    assert unpack_record(packed, document.name, Settings()) == record


def test_path_is_that_of_the_folder() -> None:
    packed = pack_record(record_of(with_line("severity:", "severity: sev9"), "a.md"))
    record = unpack_record(packed, "2026/a.md", settings_of(folder="incidents"))
    assert record.digest.path == record.problems[0].location.path == "incidents/2026/a.md"
