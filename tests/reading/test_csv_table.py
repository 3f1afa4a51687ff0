"""CSV with the place of every cell."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_postmortem.reading.csv_table import CsvError, read_rows


def rows(text: str) -> list[list[str]]:
    """Return the cells' texts."""
    return [[cell.text for cell in row] for row in read_rows(text, "list.csv")]


def places(text: str) -> list[list[tuple[int, int]]]:
    """Return line and column of every cell."""
    return [[(cell.line, cell.column) for cell in row] for row in read_rows(text, "list.csv")]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_cells_are_divided_by_the_sign_of_the_first_line(separator: str) -> None:
    assert rows(f"id{separator}title\n1{separator}a b\n") == [["id", "title"], ["1", "a b"]]


def test_quoted_cells_hold_separators_quotes_and_lines() -> None:
    text = 'id,title\n1,"a, ""b""\nc",d\n2,e\n'

    assert rows(text) == [["id", "title"], ["1", 'a, "b"\nc', "d"], ["2", "e"]]
    assert places(text)[1:] == [[(2, 1), (2, 3), (3, 4)], [(4, 1), (4, 3)]]


def test_separators_inside_quotes_do_not_decide() -> None:
    assert rows('"a;b;c",d\n1,2') == [["a;b;c", "d"], ["1", "2"]]


@pytest.mark.parametrize("text", ["", "\n\n", ",\n , \n"])
def test_blank_lines_are_no_rows(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize("text", ["a,", "a,\n", "a,\n\n"])
def test_an_empty_cell_at_the_end_is_a_cell(text: str) -> None:
    assert rows(text) == [["a", ""]]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('id\n1\n"open', "list.csv:3:1", "never closed"),
        ('id,b\n1,"a"x\n', "list.csv:2:6", "behind a closing quotation mark"),
    ],
)
def test_broken_quotes_are_told_at_their_place(text: str, place: str, message: str) -> None:
    with pytest.raises(CsvError) as error:
        rows(text)
    assert str(error.value.problem.location) == place
    assert message in error.value.problem.message


cells = st.text(st.sampled_from('ab ,;"\n'), max_size=6)


@settings(deadline=None)
@given(st.lists(st.lists(cells, min_size=1, max_size=4), max_size=5))
def test_what_the_standard_library_writes_is_read_back(table: list[list[str]]) -> None:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([["id", "b", "c"], *table])

    expected = [[cell.strip() for cell in row] for row in table]
    assert rows(file.getvalue())[1:] == [row for row in expected if any(row)]
