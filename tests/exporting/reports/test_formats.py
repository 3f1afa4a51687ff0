"""What holds for every form of report."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_postmortem.exporting.reports import FORMATS, find_writer
from tests.exporting.reports.samples import EMPTY, HOSTILE_TEXTS, ORDINARY, hostile

JSON_FORMS = ("json", "gitlab", "sarif")


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_ends_with_a_line_feed_and_is_the_same_every_time(form: str) -> None:
    text = find_writer(form)(ORDINARY)

    assert text.endswith("\n")
    assert "\r" not in text
    assert text == find_writer(form)(ORDINARY)


@pytest.mark.parametrize("form", ["text", "concise", "github"])
def test_forms_of_lines_are_empty_when_nothing_is_wrong(form: str) -> None:
    assert find_writer(form)(EMPTY) == ""


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_no_text_of_a_document_commands_a_terminal_or_a_build_server(form: str, text: str) -> None:
    written = find_writer(form)(hostile(text))

    assert all(line.isprintable() for line in written.split("\n"))
    assert "##[" not in written
    assert "##vso[" not in written
    commands = [line for line in written.split("\n") if line.lstrip().startswith("::")]
    assert all(command.startswith(("::error file=", "::warning file=")) for command in commands)
    assert len(commands) == (2 if form == "github" else 0)


@pytest.mark.parametrize("form", FORMATS)
@given(text=st.text(st.characters(), max_size=30))
def test_every_text_is_written_as_utf_8(form: str, text: str) -> None:
    assert find_writer(form)(hostile(text)).encode("utf-8")


@pytest.mark.parametrize("form", JSON_FORMS)
@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_json_is_ascii_and_closes_no_script(form: str, text: str) -> None:
    written = find_writer(form)(hostile(text))

    assert json.loads(written)
    assert written.isascii()
    assert "</" not in written


def test_a_check_imports_no_writer_that_it_does_not_use() -> None:
    script = """
import sys
from mkdocs_postmortem.cli.check import check
from mkdocs_postmortem.exporting.reports import find_writer
find_writer("concise")
print(*(name for name in sys.modules if name.startswith("mkdocs_postmortem.exporting.reports.")))
print(*({"xml.etree.ElementTree", "subprocess", "rich", "mkdocs_postmortem.cli.fixing"} & sys.modules.keys()))
"""

    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert {name.rsplit(".", 1)[1] for name in printed.split()} == {"report", "text", "excerpt"}
