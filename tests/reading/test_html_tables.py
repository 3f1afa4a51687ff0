"""HTML tables are read like pipe tables, and nothing that looks like HTML makes reading fail."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.reading.html_tables import find_html_tables
from tests.documents import postmortem_of, with_section


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of each row of the one table in a text, its header first."""
    lines = text.split("\n")
    (table,) = find_html_tables(lines, 0, len(lines))
    return [[cell.text for cell in row.cells] for row in (table.header, *table.rows)]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("<tr><td>a</td><td>b</td></tr>", ["a", "b"]),
        ("<tr><td>a<td>b</tr>", ["a", "b"]),
        ("<TR CLASS='x'><TD align=left>a</TD></TR>", ["a"]),
        ("<tr><td>a<br>b<br/>c</td></tr>", ["a b c"]),
        ("<tr><td>AT&amp;T &lt;x&gt;</td></tr>", ["AT&T <x>"]),
        ("<tr><td><b>bold</b> and <em>more</em></td></tr>", ["bold and more"]),
        ('<tr><td\ntitle="a > b">a\n  b</td></tr>', ["a b"]),
        ('<tr><td><a href="https://example.org/?a=1&amp;b=2">x</a></td></tr>', ["https://example.org/?a=1&b=2 x"]),
        ("<tr><td><a data-href='no' href=https://example.org/>x</a></td></tr>", ["https://example.org/ x"]),
        ("<tr><td>1 < 2</td><td>a <- b</td></tr>", ["1 < 2", "a <- b"]),
        ("<tr><td><td-x>a</td></tr>", ["<td-x>a"]),
    ],
)
def test_row_is_read_as_its_cells(row: str, cells: list[str]) -> None:
    assert rows_of(f"<table>{row}</table>") == [cells]


def test_row_knows_its_line() -> None:
    lines = ["text", "<table>", "<tr><th>a</th></tr>", "<tr>", "<td>b</td></tr>", "</table>"]
    (table,) = find_html_tables(lines, 0, len(lines))
    assert (table.header.index, table.rows[0].index) == (2, 3)


def test_row_and_cell_that_are_never_ended_are_left_out() -> None:
    assert rows_of("<table><tr><td>a</td></tr><tr><td>b</td><td>c") == [["a"]]


@pytest.mark.parametrize(
    "text", ["<![<table>", "<!", "<?", "<![CDATA[", "<!DOCTYPE [<", "&#99999999999;", "<a href='", "</", '<td"']
)
def test_anything_like_html_beside_a_cell_is_read_without_fail(text: str) -> None:
    table = f"<table>{text}<tr><th>Time</th><th>Event</th></tr>\n<tr><td>14:05</td><td>a</td></tr>\n</table>\n{text}"
    assert [entry.stated for entry in postmortem_of(with_section("Timeline", table)).timeline][:1] in (["14:05"], [])
