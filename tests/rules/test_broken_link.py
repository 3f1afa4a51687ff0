"""PM506: a link or an image leads nowhere on the site."""

from __future__ import annotations

from pathlib import Path
from time import process_time
from typing import Any

import pytest

from mkdocs_postmortem.library import load_library
from mkdocs_postmortem.library.register import register_of
from mkdocs_postmortem.rules import broken_link
from mkdocs_postmortem.rules.judge import judge
from tests.documents import VALID, register_with, settings_of, with_line
from tests.projects import OTHER, PNG, SVG, check_links, fill

NOT_PART = (
    "is not part of the site; link to a document, to a page or file of docs_dir, or to a file beside the documents"
)

RELATIVE = "check the path: it is relative to this document"
ANCHOR = "an anchor is a heading in lower case, with dashes for blanks"
NO_TYPE = "is of a type that is not published (pictures, plain text, csv, json, yaml, diff and pdf are)"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with a document, pages, and files beside both."""
    return fill(
        tmp_path,
        {
            "README.md": "Read me.",
            "docs/index.md": "# Welcome",
            "docs/runbooks/index.md": "# Runbooks",
            "docs/runbooks/data base.md": "# Database",
            "docs/img/plan.png": PNG,
            "postmortems/2025/other.md": OTHER
            + "\n## What went well & badly\n\n<p id='own'>x</p>\n\n## Again {#twice}\n",
            "postmortems/2026/graph.png": PNG,
            "postmortems/2026/größe.svg": SVG,
            "postmortems/2026/files/log.txt": "14:05 failed",
            "postmortems/2026/files/notes.html": "<p>x</p>",
        },
    )


@pytest.mark.parametrize(
    "link",
    [
        "[x](../2025/other.md)",
        "[x](./../2025/other.md#timeline)",
        "[x](../2025/other.md?plain=1#impact)",
        "[x](../2025/other.md#what-went-well-badly)",
        "[x](../2025/other.md#what-went-well--badly)",
        "[x](../2025/other.md#own) [x](../2025/other.md#twice) [x](../2025/other.md#again)",
        "[x](../2025/other.md#fn:1) [x](../2025/other.md#pm-related)",
        "[x](#timeline) [x](a.md#root-cause)",
        "[x](../../docs/index.md) [x](../../docs/runbooks/) [x](../../docs)",
        "[x](../../docs/runbooks/data%20base.md#anything) [x](<../../docs/runbooks/data base.md>)",
        "![x](../../docs/img/plan.png)",
        "![x](graph.png) ![x](größe.svg) ![x](gr%C3%B6%C3%9Fe.svg) [x](files/log.txt)",
        '<img src="graph.png" alt="x"> <a href="../2025/other.md">x</a>',
        "[x]\n\n[x]: ../2025/other.md 'title'",
        "[x](..) [x](../) [x](../../postmortems/)",
        "[x](/anything) [x](https://example.org/x) [x](//example.org/x) [x](mailto:a@example.org)",
        "[[INC-2025-001]] [[inc-2025-001|words]] [[other]] [[other.md]] [[2025/other]] [[other#Root cause]]",
    ],
)
def test_a_link_to_what_the_site_has_is_fine(link: str, root: Path) -> None:
    assert check_links(root, link) == []


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("[x](nothing.md)", f"38:1 postmortems/2026/nothing.md does not exist; {RELATIVE}"),
        ("See ![x](graf.png)", '38:5 postmortems/2026/graf.png does not exist; did you mean "graph.png"?'),
        ("[x](Graph.png)", '38:1 postmortems/2026/Graph.png does not exist; did you mean "graph.png"?'),
        ("[x](other.md)", '38:1 postmortems/2026/other.md does not exist; did you mean "../2025/other.md"?'),
        (
            "[x](../../runbooks/data%20base.md)",
            '38:1 runbooks/data base.md does not exist; did you mean "../../docs/runbooks/data%20base.md"?',
        ),
        (
            "[x](../2025/other.md#time-line)",
            '38:1 no heading of other.md has the anchor "#time-line"; did you mean "#timeline"?',
        ),
        (
            "[x](#nothing)",
            f'38:1 no heading of a.md has the anchor "#nothing"; {ANCHOR}',
        ),
        ("[x](../../../../etc/passwd)", "38:1 the link leads out of the project; move the file into the project"),
        ("[x](..%2f..%2f..%2fetc%2fpasswd)", "38:1 the link leads out of the project; move the file into the project"),
        ("[x](%2fetc%2fpasswd)", "38:1 the link leads out of the project; move the file into the project"),
        ("[[INC-2025-010]]", '38:1 no document has the id or file name "INC-2025-010"; did you mean "INC-2025-001"?'),
        (
            "[[other#time-line]]",
            '38:1 no heading of other.md has the anchor "#time-line"; did you mean "#timeline"?',
        ),
        ("[x](../../README.md)", f"warning 38:1 README.md {NOT_PART}"),
        ("[x](../2025/)", f"warning 38:1 postmortems/2025 {NOT_PART}"),
        ("![x](../../README.md)", f"38:1 README.md {NOT_PART}"),
        (
            "[x](files/notes.html)",
            f"warning 38:1 postmortems/2026/files/notes.html {NO_TYPE}",
        ),
    ],
)  # fmt: skip
def test_a_link_to_what_the_site_does_not_have_says_so_and_what_was_meant(link: str, said: str, root: Path) -> None:
    assert check_links(root, link) == [said]


@pytest.mark.parametrize(
    "link", ["[x](a%00b.md)", "[x](%ff.md)", "[x](..\\docs\\index.md)", "[x](" + "a/" * 4000 + ")"]
)
def test_a_path_that_no_system_has_is_missing(link: str, root: Path) -> None:
    (said,) = check_links(root, link)
    assert "does not exist" in said
    assert len(said) < 400


def test_a_symbolic_link_is_not_followed_wherever_it_leads(root: Path) -> None:
    (root / "postmortems/2026/out.png").symlink_to("/etc/hostname")
    (root / "postmortems/2026/in.png").symlink_to("graph.png")
    (root / "postmortems/linked").symlink_to("2025")

    said = check_links(root, "![x](out.png) ![x](in.png) [x](../linked/other.md)")

    assert [line.partition(" is ")[2] for line in said] == [
        "a symbolic link, which is not followed; copy the file to that place"
    ] * 3


def test_the_introductions_links_are_checked_at_their_lines(root: Path) -> None:
    fill(root, {"postmortems/index.md": "Welcome.\n\nSee [x](2025/other.md) and [y](2025/nothing.md).\n"})

    (problem,) = judge(load_library(root, settings_of()))

    assert str(problem).startswith("postmortems/index.md:3:28 PM506 broken-link: postmortems/2025/nothing.md")


def test_a_draft_may_lead_nowhere_yet(root: Path) -> None:
    fill(
        root, {"postmortems/d.md": with_line("status:", "status: draft", OTHER.replace("001", "002")) + "\n[x](y.md)\n"}
    )

    (problem,) = judge(load_library(root, settings_of()))

    assert (problem.kind.code, problem.level.value) == ("PM506", "warning")


def test_a_file_in_a_document_that_was_not_looked_for_is_no_problem() -> None:
    assert list(broken_link.check(register_with(VALID + "\n[x](other.md)\n"))) == []


@pytest.mark.parametrize(
    "options",
    [{"folder": ".", "exclude": ["docs/*", "README.md"]}, {"folder": "./postmortems"}, {"path": "ops/incidents"}],
)
def test_links_are_judged_by_the_repository_whatever_folder_and_path_are(options: dict[str, Any], root: Path) -> None:
    text = (
        VALID + "\n[x](../2025/other.md#timeline) ![x](graph.png) [x](../../docs/index.md) [x](../../docs/nothing.md)\n"
    )
    fill(root, {"postmortems/2026/a.md": text})

    (problem,) = judge(load_library(root, settings_of(options)))

    assert "docs/nothing.md does not exist" in problem.message


def test_docs_dir_may_have_another_name_and_lie_beside_the_root(root: Path) -> None:
    fill(root, {"postmortems/2026/a.md": VALID + "\n[x](../../site-docs/index.md)\n", "site-docs/index.md": "# x"})
    fill(root.parent, {"pages/index.md": "# x"})

    assert judge(load_library(root, settings_of(), "site-docs")) == ()
    assert judge(load_library(root, settings_of(), root / "site-docs")) == ()
    assert [p.level.value for p in judge(load_library(root, settings_of(), "docs"))] == ["warning"]

    fill(root, {"postmortems/2026/a.md": VALID + "\n[x](../../../pages/index.md)\n"})
    assert judge(load_library(root, settings_of(), "../pages")) == ()
    assert "out of the project" in judge(load_library(root, settings_of()))[0].message


def test_many_broken_links_take_time_in_proportion_to_their_number(tmp_path: Path) -> None:
    def seconds(number: int) -> float:
        folder = tmp_path / str(number)
        text = VALID + "".join(f"\n[x](missing-{n}.md) [[INC-{n}]]\n" for n in range(10))
        fill(
            folder, {f"postmortems/{n:05}.md": text.replace("INC-2026-014", f"INC-2026-{n:05}") for n in range(number)}
        )
        library = load_library(folder, settings_of()).library
        start = process_time()
        assert len(list(broken_link.check(register_of(library)))) == 20 * number
        return process_time() - start

    assert seconds(200) < 50 * max(seconds(20), 0.02)
