"""Pipe tables: cells with their columns."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.tables import Table, find_tables, pipe_tables_between, split_row


def tables(text: str) -> list[Table]:
    lines = text.split("\n")
    return list(find_tables(lines, 0, len(lines)))


def cells(line: str) -> list[str]:
    return [cell.text for cell in split_row(line, 0).cells]


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("| a | b", ["a", "b"]),
        ("  | a | b |  ", ["a", "b"]),
        ("| a |  | c |", ["a", "", "c"]),
        (r"| a \| b | c |", ["a | b", "c"]),
        ("| `a | b` | c |", ["`a | b`", "c"]),
        ("| ` | c |", ["`", "c"]),
        ("||", [""]),
    ],
)
def test_row_is_split_at_pipes_outside_code(line: str, texts: list[str]) -> None:
    assert cells(line) == texts


def test_cell_knows_the_column_of_its_text() -> None:
    assert [cell.column for cell in split_row("|  a | b |", 0).cells] == [4, 8]


@pytest.mark.parametrize("border", ["|---|---|", "---|---", "| :-- | --: |", "|:-:|:-:|", "  |-|-|", "| --- | ---"])
def test_border_makes_a_table(border: str) -> None:
    (table,) = tables(f"| a | b |\n{border}\n| c | d |")
    assert [cell.text for cell in table.rows[0].cells] == ["c", "d"]


@pytest.mark.parametrize("border", ["---", "", "| x | y |", "|--- x|", "| = | = |", "|::|"])
def test_other_lines_make_none(border: str) -> None:
    assert tables(f"| a | b |\n{border}\n| c | d |") == []


def test_table_ends_at_a_line_without_pipe() -> None:
    assert [len(table.rows) for table in tables("| a |\n|---|\n| b |\ntext\n| c |\n|---|")] == [1, 0]


def test_missing_cell_is_empty() -> None:
    assert split_row("| a |", 0).text(5) == ""


@pytest.mark.parametrize("below", ["", "\n", "\n## Next | part\n", "\n\n| c |\n|---|\n| 2 |\n"])
def test_tables_between_any_two_lines_are_those_that_a_look_at_these_lines_finds(below: str) -> None:
    body = scan_body(f"text\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |{below}", 1)
    count = len(body.lines)
    for start in range(count):
        for stop in range(start, count + 1):
            assert [*pipe_tables_between(body, start, stop)] == [*find_tables(body.visible, start, stop)]
