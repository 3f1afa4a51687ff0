"""The file of known problems: what is written is read, and what cannot be used is told with its line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_postmortem.rules.baseline import Baseline, Entry
from mkdocs_postmortem.rules.baseline_file import BaselineError, read_baseline, write_baseline

FIRST = Entry("postmortems/a.md", "PM104", 'severity "SEV9" is not on the scale', "INC-1")
SECOND = Entry("postmortems/größe 日本.md", "PM302", "no due date", "INC-2", 3)
LINE = '{"path": "a.md", "document": "a", "code": "PM302", "message": "m", "count": 1}'


def read(tmp_path: Path, text: str | bytes) -> Baseline:
    file = tmp_path / "known.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_baseline(file, "known.json")


def fault(tmp_path: Path, text: str | bytes) -> str:
    """Return the line that tells why a file cannot be used."""
    with pytest.raises(BaselineError) as caught:
        read(tmp_path, text)
    return str(caught.value.problem)


def test_an_entry_is_a_line_that_people_can_read() -> None:
    assert write_baseline(Baseline((FIRST, SECOND))) == (
        "{\n"
        ' "version": 1,\n'
        ' "problems": [\n'
        '  {"path": "postmortems/a.md", "document": "INC-1", "code": "PM104",'
        ' "message": "severity \\"SEV9\\" is not on the scale", "count": 1},\n'
        '  {"path": "postmortems/größe 日本.md", "document": "INC-2", "code": "PM302",'
        ' "message": "no due date", "count": 3}\n'
        " ]\n"
        "}\n"
    )


@pytest.mark.parametrize("baseline", [Baseline(), Baseline((FIRST,)), Baseline((FIRST, SECOND))])
def test_what_is_written_is_read_again(baseline: Baseline, tmp_path: Path) -> None:
    assert read(tmp_path, write_baseline(baseline)) == baseline


@given(text=st.text(st.characters(), max_size=30))
def test_any_text_of_a_document_is_one_visible_line(text: str) -> None:
    written = write_baseline(Baseline((Entry(text, "PM302", text, text),)))

    assert all(line.isprintable() for line in written.split("\n"))
    assert written.encode()
    assert json.loads(written)["problems"][0]["message"] == text


def test_the_order_in_the_file_and_keys_of_later_versions_do_not_matter(tmp_path: Path) -> None:
    second, first = (json.dumps({**json.loads(LINE), "path": path, "note": "x"}) for path in ("b.md", "a.md"))

    entries = read(tmp_path, f'{{"problems": [{second}, {first}], "note": "x", "version": 1}}').entries

    assert [entry.path for entry in entries] == ["a.md", "b.md"]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", "1:1", "the baseline is not JSON: Expecting value"),
        ('{"version": 1,\n<<<<<<< HEAD\n', "2:1", "the baseline is not JSON: Expecting property name"),
        ("[" * 100_000, "1:1", "the baseline is not JSON that can be read"),
        ('{"version": 1, "problems": [' + "1" * 5_000 + "]}", "1:1", "the baseline "),
        (b"\xff{}", "1:1", "the baseline is not UTF-8 text"),
        ("[]", "1:1", 'the file is no baseline: it has no "version" and no list "problems"'),
        ('{"name": "app", "version": "1"}', "1:1", "the file is no baseline"),
        ('{"version": 1, "problems": {}}', "1:1", "the file is no baseline"),
        ('{"version": true, "problems": []}', "1:1", "the file is no baseline"),
        (
            '{"version": 2, "problems": [{"hash": 1}]}',
            "1:1",
            "the baseline has version 2, and this postmortem reads version 1; update",
        ),
        (
            f'{{"version": 1,\n "problems": [\n  {LINE},\n  {{}}]}}',
            "4:3",
            "an entry of the baseline needs path, document, ",
        ),
        (f'{{"version": 1,\n "problems": [\n  {LINE},\n  7]}}', "4:3", "an entry of the baseline needs"),
        (f'{{"version": 1, "problems": [\n{LINE.replace("1}", "0}")}]}}', "2:1", "an entry of the baseline needs"),
        (f'{{"version": 1, "problems": [\n{LINE.replace("1}", "true}")}]}}', "2:1", "an entry of the baseline needs"),
        (
            f'{{"version": 1, "problems": [\n{LINE.replace("302", "").replace("PM", "")[:-1]}, "code": 5}}]}}',
            "2:1",
            "an entry",
        ),
        (f'{{"version": 1, "problems": [\n{LINE},\n\n{LINE}]}}', "4:1", "the entry stands twice in the baseline"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_its_line(
    text: str | bytes, place: str, message: str, tmp_path: Path
) -> None:
    assert fault(tmp_path, text).startswith(f"known.json:{place} PM801 invalid-setting: {message}")


def test_a_file_that_is_not_there_is_told_with_the_command_that_writes_it(tmp_path: Path) -> None:
    with pytest.raises(BaselineError) as caught:
        read_baseline(tmp_path / "known.json", "known.json")

    assert str(caught.value) == (
        "known.json:1:1 PM801 invalid-setting: the baseline does not exist; "
        "write it with `postmortem check --update-baseline`"
    )


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(BaselineError) as caught:
            read_baseline(path, "known.json")
        assert "the baseline is not a file" in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.touch(mode=0)

    with pytest.raises(BaselineError) as caught:
        read_baseline(file, "known.json")
    assert "the baseline cannot be read: Permission denied" in str(caught.value)
