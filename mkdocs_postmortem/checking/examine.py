"""Reading one document and applying every rule that needs nothing else."""

from __future__ import annotations

from pathlib import Path

from mkdocs_postmortem.checking.content import hash_content, read_content
from mkdocs_postmortem.checking.record import Examined, Packed, Record, pack_record
from mkdocs_postmortem.library.digest import digest_of
from mkdocs_postmortem.library.folder import shown_path
from mkdocs_postmortem.problems import UNTOUCHED_TEMPLATE, Level
from mkdocs_postmortem.reading.document import read_postmortem
from mkdocs_postmortem.reading.source_file import SourceFile, decode_source, read_source
from mkdocs_postmortem.rules import judge_documents
from mkdocs_postmortem.rules.judge import grades_for
from mkdocs_postmortem.settings import Settings


def examine(root: Path, relative_path: str, settings: Settings) -> Examined:
    """Return what one document of the folder is, with the hash of the very bytes that were read."""
    path, shown = root / settings.folder / relative_path, shown_path(relative_path, settings)
    data = read_content(path)
    # What cannot be read is read once more, which tells why.
    source = read_source(path, shown, relative_path) if data is None else decode_source(data, shown, relative_path)
    return hash_content(data), _record_of(source, settings)


def _record_of(source: SourceFile, settings: Settings) -> Packed:
    result = read_postmortem(source, settings)
    found = (*result.problems, *judge_documents([result.postmortem], settings))
    digest = digest_of(result.postmortem, settings)
    grades = grades_for(digest, settings)
    # That a document is an untouched template silences all else in it, also where nobody is told so.
    told = (p for p in found if p.kind is UNTOUCHED_TEMPLATE or grades.level_of(p.kind, p.level) is not Level.OFF)
    return pack_record(Record(digest, tuple(told)))
