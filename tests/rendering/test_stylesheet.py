"""The stylesheet: every severity has its rule and a legible text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mkdocs_postmortem
from mkdocs_postmortem.rendering.stylesheet import SHEETS, readable_on, render_stylesheet
from tests.documents import settings_of


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours. Source: WCAG 2.2."""

    def luminance(colour: str) -> float:
        values = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in values)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    "colour", ["#000000", "#ffffff", "#b42318", "#b54708", "#ffcc00", "#1d5fa8", "#808080", "#00ff00"]
)
def test_text_on_any_colour_has_a_contrast_of_four_and_a_half(colour: str) -> None:
    assert contrast(colour, readable_on(colour)) >= 4.5


def test_nothing_moves_so_that_nobody_has_to_ask_for_less_motion() -> None:
    assert not re.search(r"\b(?:transition|animation|scroll-behavior)\b", render_stylesheet(settings_of()))


@pytest.mark.parametrize("grey", range(0, 256, 5))
def test_no_shade_between_black_and_white_is_illegible(grey: int) -> None:
    colour = f"#{grey:02x}{grey:02x}{grey:02x}"

    assert contrast(colour, readable_on(colour)) >= 4.5


def test_every_severity_has_a_rule_with_its_colour() -> None:
    css = render_stylesheet(settings_of(severities=[
        {"name": "major", "label": "Major", "colour": "#123456"}, {"name": "minor", "label": "Minor"},
    ]))  # fmt: skip

    assert ".pm-badge.pm-badge--severity-major { background: #123456; color: #ffffff; }" in css
    assert ".pm-badge.pm-badge--severity-minor {" in css


def test_no_rule_reaches_beyond_our_own_classes() -> None:
    css = re.sub(r"/\*.*?\*/", "", render_stylesheet(settings_of()), flags=re.DOTALL)
    selectors = [part.strip() for rule in re.findall(r"([^{}]+)\{", css) for part in rule.split(",")]

    foreign = [
        s
        for s in selectors
        if ".pm-" not in s and not s.startswith("@") and not s.endswith("body") and "body[" not in s
    ]
    assert foreign == []


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert not re.search(r"url\(|@import|https?:", render_stylesheet(settings_of()))


def test_every_shipped_file_is_in_it() -> None:
    shipped = {path.name for path in (Path(mkdocs_postmortem.__file__).parent / "static").glob("*.css")}
    css = render_stylesheet(settings_of())

    assert shipped == set(SHEETS)
    assert ".pm-card {" in css
    assert ".pm-matrix:not(#pm) {" in css


def test_bars_of_a_severity_have_its_colour() -> None:
    assert ".pm-bar--severity-sev0 { fill: #b42318; }" in render_stylesheet(settings_of())
