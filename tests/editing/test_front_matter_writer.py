from __future__ import annotations

import pytest

from mkdocs_postmortem.editing.front_matter_writer import FieldValue, add_fields, find_block, write_fields, write_value
from tests.editing.adoptions import manuscript_of


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("checkout", "checkout"),
        ("2026-03-01 14:05 UTC", "2026-03-01 14:05 UTC"),
        ("Élise Roy", "Élise Roy"),
        ("no", "no"),
        ("true", '"true"'),
        ("12", '"12"'),
        ("", '""'),
        ("a: b", '"a: b"'),
        ("issue #7", '"issue #7"'),
        ("@dana", '"@dana"'),
        ('say "x"', 'say "x"'),
        ("[x", '"[x"'),
        (" padded ", '" padded "'),
        ("a\u2028b", '"a\\u2028b"'),
        (12, "12"),
        (1.5, "1.5"),
        (("a", "b, c", "d]"), '[a, "b, c", "d]"]'),
        ((), "[]"),
    ],
)
def test_quotes_stand_only_where_the_reader_needs_them(value: FieldValue, written: str) -> None:
    assert write_value(value) == written


def test_facts_of_a_block_stand_together_in_the_order_of_the_model() -> None:
    values: dict[str, FieldValue] = {
        "detection.source": "alert",
        "impact.regions": ("eu",),
        "severity": "sev1",
        "impact.customers_affected": 1200,
    }

    assert write_fields(values) == [
        "severity: sev1",
        "impact:",
        "  customers_affected: 1200",
        "  regions: [eu]",
        "detection:",
        "  source: alert",
    ]


def test_lines_go_above_the_closing_delimiter_even_of_a_block_that_ends_in_folded_text() -> None:
    text = "---\nsummary: |\n  Two\n  lines\n---\nBody\n"

    assert add_fields(manuscript_of(text), {"severity": "sev1"}).text == (
        "---\nsummary: |\n  Two\n  lines\nseverity: sev1\n---\nBody\n"
    )


def test_nothing_to_add_gives_no_block() -> None:
    assert add_fields(manuscript_of("Body\n"), {}).text == "Body\n"


@pytest.mark.parametrize(
    ("text", "closing_line"),
    [
        ("---\na: 1\n---\n", 3),
        ("---\n# only a comment\n---\n", 3),
        ("---\n---\n", 2),
        ("---\n- a\n---\n", None),
        ("x\n", None),
    ],
)
def test_the_block_is_found_by_the_line_that_closes_it(text: str, closing_line: int | None) -> None:
    block = find_block(manuscript_of(text))

    assert (block.closing_line if block else None) == closing_line


def test_a_block_with_yaml_that_is_refused_is_not_faithful() -> None:
    block = find_block(manuscript_of("---\nid: a\nid: b\n---\n"))

    assert block is not None
    assert not block.faithful
