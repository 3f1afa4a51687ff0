from __future__ import annotations

import pytest

from tests.editing.adoptions import adopt, adopted


def body_of(text: str) -> str:
    """Return what adopting with --tidy leaves below the front matter."""
    return adopted(text, tidy=True).split("---\n", 2)[2]


def test_labels_that_the_front_matter_states_go_with_the_blank_line_that_would_double() -> None:
    text = "# Title\n\n**Severity:** High\n**Status:** Draft\n\n## Summary\n\nText.\n"

    assert body_of(text) == "# Title\n\n## Summary\n\nText.\n"


def test_without_being_asked_the_body_stays() -> None:
    assert adopted("**Severity:** High\n").endswith("---\n**Severity:** High\n")


def test_facts_that_stood_in_the_front_matter_before_are_compared_too() -> None:
    text = "---\nseverity: sev1\n---\n\n**Severity:** high\n\nText.\n"

    assert body_of(text) == "\nText.\n"


@pytest.mark.parametrize(
    "line",
    [
        "**Severity:** SEV-3 (one team only)",
        "**Severity:** High, we think",
        "**Severity:** Low",
        "**Severity:** [High](https://example.org/scale)",
        "**Severity:** High | **Owner:** Dana",
        "## Severity\n\nHigh",
        "- **Severity:** High\n  - because of the queue",
        "**Severity:** High\nbecause of the queue",
        "Text.\n**Severity:** High\n---",
    ],
)
def test_a_line_that_says_more_or_something_else_stays(line: str) -> None:
    text = f"---\nseverity: sev1\n---\n# Title\n\n{line}\n\nText.\n"

    assert adopted(text, tidy=True).endswith(f"# Title\n\n{line}\n\nText.\n")


def test_emphasis_inside_a_value_would_be_lost_and_stays() -> None:
    assert "**Trigger:** A **large** deploy" in body_of("# Title\n\n**Trigger:** A **large** deploy\n\nText.\n")


def test_rows_of_a_metadata_table_go_and_the_others_stay() -> None:
    header = "# Title\n\n| Item | Value |\n|---|---|\n"
    text = f"{header}| Severity | High |\n| Room | War room |\n| Status | Draft |\n\nText.\n"

    assert body_of(text) == f"{header}| Room | War room |\n\nText.\n"


def test_a_table_of_which_every_row_goes_goes_too() -> None:
    text = "# Title\n\n| Item | Value |\n|---|---|\n| Severity | High |\n| Status | Draft |\n\nText.\n"

    assert body_of(text) == "# Title\n\nText.\n"


def test_a_label_whose_removal_would_empty_a_section_stays() -> None:
    text = "---\nseverity: sev1\n---\n# Title\n\n## Summary\n\n**Severity:** High\n\n## Impact\n\nMuch.\n"

    assert not adopt(text, tidy=True).changed


def test_a_label_that_stands_twice_goes_twice() -> None:
    text = "# Title\n\n**Severity:** High\n\n**Severity:** High\n\nText.\n"

    assert body_of(text) == "# Title\n\nText.\n"


def test_removed_fields_are_named() -> None:
    assert adopt("# Title\n\n**Status:** Draft\n**Severity:** High\n\nText.\n", tidy=True).removed == (
        "status",
        "severity",
    )
