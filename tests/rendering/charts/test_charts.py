"""Charts are well-formed, keep inside their frame, and show what they are given."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from mkdocs_postmortem.rendering.charts.bars import draw_months, draw_share
from mkdocs_postmortem.rendering.charts.dots import draw_dots
from mkdocs_postmortem.rendering.charts.lines import OPEN, draw_burn_up, draw_sample
from mkdocs_postmortem.rendering.charts.svg import axis, element
from mkdocs_postmortem.views.durations import Dot, DotStrip
from mkdocs_postmortem.views.insights.promises import BurnUpChart, BurnUpPoint
from mkdocs_postmortem.views.time_scale import Tick

TICKS = (Tick(0.0, "≤ 1 min"), Tick(40.0, "1 h"), Tick(100.0, "1 d"))
MONTHS = ("2026-01", "2026-02", "2026-03", "2026-04")
positions = st.integers(0, 100)


def parsed(drawing: Markup) -> ET.Element:
    """Return the drawing as XML; what is no well-formed XML raises."""
    return ET.fromstring(str(drawing))  # noqa: S314  # our own text


def attributes(drawing: Markup, name: str, *keys: str) -> list[tuple[str | None, ...]]:
    """Return attributes of all elements of a name, in order."""
    return [tuple(node.get(key) for key in keys) for node in parsed(drawing).iter(name)]


def titles(drawing: Markup) -> list[str | None]:
    return [node.text for node in parsed(drawing).iter("title")]


def burn_up(*counts: tuple[int, int], levels: tuple[int, ...] = ()) -> BurnUpChart:
    points = tuple(BurnUpPoint(f"2026-{n:02}-28", promised, closed) for n, (promised, closed) in enumerate(counts, 1))
    return BurnUpChart(points, max(promised for promised, _ in counts), levels, TICKS, "", "")


def test_a_bar_stands_for_each_month_that_has_any_and_is_as_high_as_its_count() -> None:
    drawing = draw_months((0, 1, 2, 0), MONTHS, 2, TICKS, "severity-sev1")

    assert titles(drawing) == ["2026-02: 1", "2026-03: 2"]
    assert attributes(drawing, "rect", "x", "y", "height", "class") == [
        ("25%", "16", "14", "pm-bar pm-bar--severity-sev1"),
        ("50%", "2", "28", "pm-bar pm-bar--severity-sev1"),
    ]


def test_rows_of_one_chart_share_the_scale_of_the_highest() -> None:
    one = attributes(draw_months((1, 0), MONTHS[:2], 96, TICKS, "all"), "rect", "height")
    many = attributes(draw_months((96, 0), MONTHS[:2], 96, TICKS, "all"), "rect", "height")

    assert (one, many) == ([("0.5",)], [("48",)])


def test_dots_stand_on_each_other_and_figures_are_lines() -> None:
    drawing = draw_dots(DotStrip((Dot(20, 0, "A: 1 h"), Dot(20, 1, "B: 1 h")), 20.0, 75.0), ())

    assert attributes(drawing, "circle", "cx", "cy") == [("20%", "16"), ("20%", "8")]
    assert attributes(drawing, "line", "x1", "stroke-dasharray") == [("20%", None), ("75%", "3 3")]
    assert titles(drawing) == ["A: 1 h", "B: 1 h"]


def test_a_strip_without_figures_has_no_line_but_those_of_the_scale() -> None:
    drawing = draw_dots(DotStrip((Dot(20, 0, "A"),), None, None), TICKS)

    assert attributes(drawing, "line", "x1") == [("0%",), ("40%",), ("100%",)]


def test_labels_at_the_ends_stay_inside() -> None:
    assert attributes(axis(TICKS), "text", "x", "text-anchor") == [
        ("0%", "start"),
        ("40%", "middle"),
        ("100%", "end"),
    ]


def test_burn_up_draws_both_lines_and_what_is_open_between() -> None:
    drawing = draw_burn_up(burn_up((2, 0), (4, 4), (4, 1), levels=(2, 4)))

    assert titles(drawing) == ["2026-01-28: 2 − 0 = 2", "2026-03-28: 4 − 1 = 3"]
    lines = attributes(drawing, "line", "x1", "y1", "x2", "y2", "stroke-dasharray", "stroke-width")
    assert [line[:4] for line in lines if line[4:] == (None, "2")] == [
        ("0%", "92", "50%", "14"),
        ("50%", "14", "100%", "14"),
    ]
    assert [line[:4] for line in lines if line[4]] == [("0%", "170", "50%", "14"), ("50%", "14", "100%", "131")]


def test_one_point_is_no_line_and_no_fault() -> None:
    assert titles(draw_burn_up(burn_up((3, 1)))) == ["2026-01-28: 3 − 1 = 2"]


@settings(deadline=None)
@given(st.lists(st.tuples(positions, st.integers(0, 7)), max_size=30), positions)
def test_every_strip_keeps_inside_its_frame(dots: list[tuple[int, int]], median: int) -> None:
    drawing = draw_dots(DotStrip(tuple(Dot(x, level, "A") for x, level in dots), median, None), TICKS)

    height = float(parsed(drawing).get("height") or 0)
    ys = [float(cy or 0) for _, cy in attributes(drawing, "circle", "cx", "cy")]
    assert all(4 <= y <= height - 4 for y in ys)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=1, max_size=60))
def test_every_burn_up_keeps_inside_its_frame(counts: list[tuple[int, int]]) -> None:
    drawing = draw_burn_up(burn_up(*((max(pair), min(pair)) for pair in counts)))

    ys = [float(y or 0) for pair in attributes(drawing, "line", "y1", "y2") for y in pair]
    assert all(0 <= y <= 170 for y in ys)


@settings(deadline=None)
@given(st.lists(st.integers(0, 300), min_size=12, max_size=36))
def test_every_row_of_months_keeps_inside_its_frame(counts: list[int]) -> None:
    drawing = draw_months(counts, [str(n) for n in range(len(counts))], max(counts), TICKS, "all")

    height = float(parsed(drawing).get("height") or 0)
    assert all(
        float(y or 0) >= 0 and float(y or 0) + float(own or 0) <= height + 0.01
        for y, own in attributes(drawing, "rect", "y", "height")
    )


@pytest.mark.parametrize(
    "drawing",
    [
        draw_months((0, 1, 2, 0), MONTHS, 2, TICKS, "all"),
        draw_dots(DotStrip((Dot(20, 0, "A"),), 20.0, 75.0), TICKS),
        draw_burn_up(burn_up((2, 0), (4, 4), levels=(2,))),
        draw_share(40.0),
        draw_sample(OPEN),
        axis(TICKS),
    ],
)
def test_charts_need_no_styles_ids_scripts_or_addresses_and_take_the_colour_of_the_text(drawing: Markup) -> None:
    nodes = list(parsed(drawing).iter())

    assert {key for node in nodes for key in node.attrib} & {"id", "style", "href", "onclick", "filter"} == set()
    assert {node.tag for node in nodes} <= {"svg", "g", "rect", "circle", "line", "text", "title"}
    assert {node.get(key) for node in nodes for key in ("fill", "stroke")} <= {None, "currentColor"}
    assert parsed(drawing).get("aria-hidden") == "true"


def test_what_documents_say_is_escaped() -> None:
    drawing = draw_dots(DotStrip((Dot(1, 0, '<script>alert("1")</script>'),), None, None), ())

    assert "<script" not in drawing
    assert titles(drawing) == ['<script>alert("1")</script>']
    assert element("g", x='"><script>') == Markup('<g x="&#34;&gt;&lt;script&gt;"></g>')
