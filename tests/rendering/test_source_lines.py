"""Addresses of a line, by what the hosts' own addresses look like."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.rendering.source_lines import line_address


@pytest.mark.parametrize(
    ("edit_url", "address"),
    [
        ("https://github.com/o/r/edit/main/p/a.md", "https://github.com/o/r/edit/main/p/a.md#L34"),
        ("https://github.com/o/r/blob/main/p/a.md", "https://github.com/o/r/blob/main/p/a.md?plain=1#L34"),
        ("https://git.example.org/o/r/edit/main/edit/a.md", "https://git.example.org/o/r/edit/main/edit/a.md#L34"),
        ("https://gitlab.com/o/r/-/edit/main/a.md", "https://gitlab.com/o/r/-/blob/main/a.md?plain=1#L34"),
        ("https://gitlab.com/o/r/edit/main/a.md", "https://gitlab.com/o/r/blob/main/a.md?plain=1#L34"),
        (
            "https://git.example.org/g/s/r/-/blob/main/a.md",
            "https://git.example.org/g/s/r/-/blob/main/a.md?plain=1#L34",
        ),
        (
            "https://codeberg.org/o/r/_edit/main/a.md",
            "https://codeberg.org/o/r/src/branch/main/a.md?display=source#L34",
        ),
        ("https://bitbucket.org/o/r/src/main/a.md?mode=edit", "https://bitbucket.org/o/r/src/main/a.md#lines-34"),
        ("https://example.org/wiki/a.md", ""),
        ("https://gitlab.com/o/r/-/raw/main/a.md", ""),
        ("", ""),
    ],
)
def test_a_line_has_an_address_where_the_host_is_known(edit_url: str, address: str) -> None:
    assert line_address(edit_url, 34) == address
