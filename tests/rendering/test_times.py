"""Times of an author's timeline get their instant where it is certain; the words stay."""

from __future__ import annotations

import re

import pytest

from mkdocs_postmortem.rendering.times import mark_times

TABLE = (
    "<h2>Timeline</h2><table><thead><tr><th>Time</th></tr></thead><tbody>"
    "<tr><td>14:05</td><td>at 14:45 it ends</td></tr>\n<tr>\n<td>14:45</td><td>x</td></tr></tbody></table>"
)
TIMES = [("14:05", "2026-03-01T14:05Z"), ("14:45", "2026-03-01T14:45Z")]


def marked(html: str) -> list[tuple[str, str]]:
    """Return instant and text of each marked time."""
    return re.findall(r'<time datetime="([^"]*)">([^<]*)</time>', html)


def test_the_first_cell_of_a_row_is_marked_and_no_other() -> None:
    html = mark_times(TABLE, ["Timeline"], TIMES)

    assert marked(html) == [("2026-03-01T14:05Z", "14:05"), ("2026-03-01T14:45Z", "14:45")]
    assert "<td>at 14:45 it ends</td>" in html


@pytest.mark.parametrize("html", [TABLE, TABLE + "<h2>More</h2><ul><li>14:05 x</li></ul>"])
def test_no_word_changes(html: str) -> None:
    assert re.sub(r"</?time[^>]*>", "", mark_times(html, ["Timeline"], TIMES)) == html


@pytest.mark.parametrize(
    "item",
    [
        "14:05 It broke",
        "<p>14:05 It broke</p>",
        "<strong>14:05</strong> It broke",
        "\n<p><strong>14:05:</strong> x</p>",
    ],
)
def test_the_time_at_the_start_of_an_item_is_marked(item: str) -> None:
    html = mark_times(f"<h2>Timeline</h2><ul><li>{item}</li></ul>", ["Timeline"], TIMES[:1])

    assert marked(html) == [("2026-03-01T14:05Z", "14:05")]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Impact</h2><ul><li>14:05 x</li></ul>",
        "<h2>Timeline</h2><p>none</p><h2>Impact</h2><ul><li>14:05 x</li></ul>",
        "<h2>Timeline</h2><ul><li>about 14:05 x</li></ul>",
        "<h2>Timeline</h2><ul><li>14:059 x</li></ul>",
        "<h2>Timeline</h2><pre>&lt;li&gt;14:05</pre>",
    ],
)
def test_what_is_no_entry_of_the_timeline_is_left_alone(html: str) -> None:
    assert mark_times(html, ["Timeline"], TIMES[:1]) == html


def test_a_time_that_stands_more_often_than_it_was_read_is_left_alone() -> None:
    html = "<h2>Timeline</h2><ul><li>14:05 x</li><li>14:05 y</li><li>14:45 z</li></ul>"

    assert marked(mark_times(html, ["Timeline"], TIMES)) == [("2026-03-01T14:45Z", "14:45")]


def test_the_same_time_of_two_days_gets_its_own_day() -> None:
    html = "<h2>Timeline</h2><ul><li>14:05 x</li><li>14:05 y</li></ul>"
    times = [("14:05", "2026-03-01T14:05Z"), ("14:05", "2026-03-02T14:05Z")]

    assert marked(mark_times(html, ["Timeline"], times)) == [
        ("2026-03-01T14:05Z", "14:05"),
        ("2026-03-02T14:05Z", "14:05"),
    ]


def test_a_time_without_a_known_instant_is_not_marked() -> None:
    html = mark_times(TABLE, ["Timeline"], [TIMES[0], ("14:45", "")])

    assert marked(html) == [("2026-03-01T14:05Z", "14:05")]


def test_the_longest_statement_wins() -> None:
    html = "<h2>Timeline</h2><ul><li>2026-03-01 14:05 x</li></ul>"

    assert marked(mark_times(html, ["Timeline"], [("2026-03-01 14:05", "2026-03-01T13:05Z"), ("2026-03-01", "")])) == [
        ("2026-03-01T13:05Z", "2026-03-01 14:05")
    ]


def test_headings_are_known_whatever_they_hold() -> None:
    heading = '<h3 id="t"><em>Timeline</em> (UTC)<a href="#t">¶</a></h3>'
    html = f"{heading}<ul><li>14:05 x</li></ul><h4>Day 2</h4><ul><li>14:45 x</li></ul>"

    assert len(marked(mark_times(html, ["Timeline (UTC)"], TIMES))) == 2


def test_without_a_timeline_nothing_happens() -> None:
    assert mark_times(TABLE, [], TIMES) == TABLE
    assert mark_times(TABLE, ["Timeline"], []) == TABLE
