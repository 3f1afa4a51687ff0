from __future__ import annotations

import pytest

from tests.editing.adoptions import adopt, adopted


def test_toml_that_yaml_writes_alike_becomes_yaml_line_by_line() -> None:
    text = (
        '+++\n# Hugo\nid = "INC-5"\ntitle   =  \'Pages were "gone"\'  # sic\nseverity = "sev3"\n'
        'tags = ["dns", "cache"]\nstarted_at = 2025-04-18T10:00:00Z\n\n+++\n\n# Body\n'
    )

    assert adopted(text) == (
        '---\n# Hugo\nid: "INC-5"\ntitle: \'Pages were "gone"\'  # sic\nseverity: "sev3"\n'
        'tags: ["dns", "cache"]\nstarted_at: 2025-04-18T10:00:00Z\n\n---\n\n# Body\n'
    )


def test_toml_keys_that_mean_nothing_here_are_kept_as_the_authors_own() -> None:
    text = '+++\r\nstatus = "resolved"\r\nweight = 7\r\nseverity = "sev1"\r\n+++\r\nBody\r\n'

    assert adopted(text) == '---\r\nx-status: "resolved"\r\nx-weight: 7\r\nseverity: "sev1"\r\n---\r\nBody\r\n'


@pytest.mark.parametrize(
    "line",
    [
        "[params]",
        "a.b = 1",
        'text = """',
        "list = [",
        "table = {a = 1}",
        "'quoted' = 1",
        "nested = [[1], [2]]",
        "no value =",
    ],
)
def test_toml_that_yaml_writes_otherwise_is_refused(line: str) -> None:
    adoption = adopt(f'+++\nseverity = "sev1"\n{line}\n+++\nBody\n')

    assert [problem.kind.code for problem in adoption.refused] == ["PM013"]


def test_toml_that_is_never_closed_is_refused() -> None:
    assert adopt('+++\nseverity = "sev1"\n').refused


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Title: Gone\nSeverity: High\n\nText\n", "---\nTitle: Gone\nSeverity: High\n---\n\nText\n"),
        ("title: Gone\nseverity: High\n---\nText\n", "---\ntitle: Gone\nseverity: High\n---\nText\n"),
    ],
)
def test_header_lines_without_delimiters_get_them(text: str, result: str) -> None:
    assert adopted(text) == result


def test_header_lines_that_are_no_facts_are_refused() -> None:
    adoption = adopt("Severity: High\nNote: we were tired\n\nText\n")

    assert [problem.kind.code for problem in adoption.refused] == ["PM013"]
