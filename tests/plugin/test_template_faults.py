"""Templates that were replaced and cannot be used: one line with file and line of the template, no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import build_project, make_project, write


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("board", "<p>\n{{ nothing }}</p>", "2 the template cannot be used: 'nothing' is undefined"),
        ("board", "{{ view.nothing }}", "1 the template cannot be used: '"),
        ("incident_footer", "a\nb\n{% if %}", "3 the template cannot be used: Expected an expression"),
        ("listing", "{{ 1 / 0 }}", "1 the template cannot be used: ZeroDivisionError: division by zero"),
        ("redirect", "{% include 'no.jinja' %}", '1 the template cannot be used: there is no template "no.jinja"'),
    ],
)
def test_a_fault_ends_the_build_with_its_place(name: str, text: str, reason: str, tmp_path: Path) -> None:
    root = make_project(tmp_path, theme={"name": "mkdocs", "custom_dir": "over"}, options={"fail_on": "never"})
    write(root / f"over/postmortem/{name}.html.jinja", text)

    built = build_project(root)

    assert built.status == 1
    assert f"over/postmortem/{name}.html.jinja:{reason}" in built.failure
    assert "\n" not in built.failure


def test_a_list_in_a_page_of_the_docs_does_so_too(tmp_path: Path) -> None:
    pages = {"team.md": "# Team\n\n<!-- postmortems limit=5 -->\n"}
    theme = {"name": "mkdocs", "custom_dir": "over"}
    root = make_project(tmp_path, theme=theme, pages=pages, options={"fail_on": "never"})
    write(root / "over/postmortem/marked_list.html.jinja", "{{ nothing }}")

    assert "over/postmortem/marked_list.html.jinja:1 " in build_project(root).failure
