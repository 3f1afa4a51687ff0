"""Links as in the repository lead to their places on the site, in every theme and form of addresses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.acceptance.library import check
from tests.acceptance.test_bare_sites import broken_links, page_of, references
from tests.documents import VALID, with_front
from tests.projects import OTHER, PNG, SVG, fill
from tests.sites import Built, build_project, make_project

LINKING = """
## What went well & badly

See the [earlier one](../2025/other.md#timeline), its [odd heading](../2025/other.md#what-went-well--badly), the
[runbook](../../docs/runbooks/data%20base.md#steps), all [runbooks](../../docs/runbooks/) and the [plan][p]; above is
the [impact](#impact). Everything is [here](../) and [there](../../README.md).

[p]: ../../docs/img/plan.png "The plan"

![graph](graph.png "Open files") ![größe](gr%C3%B6%C3%9Fe.svg) [log](files/log.txt) <me@example.org>

| Like | Said |
|---|---|
| [[INC-2025-001\\|the other]] | `[[INC-2025-001]]` and [[other#Root cause]] |

<img src="graph.png" alt="raw"> and <a href="../2025/other.md">raw</a>

<details>
<summary>More</summary>

[inside](../2025/other.md) INC-2025-001, other.md

</details>
"""
FILES: dict[str, str | bytes] = {
    "README.md": "Read me.",
    "docs/runbooks/index.md": "# Runbooks",
    "docs/runbooks/data base.md": "# Data base\n\n## Steps\n",
    "docs/img/plan.png": PNG,
    "postmortems/index.md": "All, such as [this one](2025/other.md) and [runbooks](../docs/runbooks/index.md).\n",
    "postmortems/2025/other.md": OTHER + "\n## What went well & badly\n\n[Back](../2026/Linking_One.md)\n",
    "postmortems/2026/Linking_One.md": VALID + LINKING,
    "postmortems/2026/graph.png": PNG,
    "postmortems/2026/größe.svg": SVG,
    "postmortems/2026/files/log.txt": "14:05 failed",
    "postmortems/2026/files/unlinked.txt": "nobody links here",
}
STRICT = {"validation": {"anchors": "warn", "unrecognized_links": "warn", "absolute_links": "warn"}}
ADDRESS = "postmortems/linking_one"


def project(root: Path, **options: object) -> Path:
    """Write the project; `theme`, `config` and `options` as in make_project."""
    files = {name: data for name, data in FILES.items() if not name.startswith("docs/index")}
    return fill(make_project(root, {}, **{"config": STRICT, **options}), files)  # type: ignore[arg-type]  # passed through


@pytest.fixture(
    scope="module",
    params=[(t, d) for t in ("material", "mkdocs") for d in (True, False)],
    ids=lambda p: f"{p[0]}-{p[1]}",
)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the project strictly but for one known warning: the link to the README."""
    theme, as_folders = request.param
    config = {**STRICT, "use_directory_urls": as_folders}
    options = {"levels": {"PM506": "off"}}
    return build_project(
        project(tmp_path_factory.mktemp("links"), theme=theme, config=config, options=options), strict=True
    )


def test_it_builds_strictly_without_a_warning(built: Built) -> None:
    assert built.status == 0, built.failure
    assert built.warnings() == ()


def test_every_address_of_every_page_leads_to_a_file_and_an_anchor(built: Built) -> None:
    assert broken_links(built) == []


def test_every_link_of_the_text_became_one_of_the_page(built: Built) -> None:
    page = built.read(page_of(built, ADDRESS))
    there = references(page).found
    other, runbook = "../other/" if "linking_one/" in page_of(built, ADDRESS) else "other.html", "data%20base"

    assert {f"{other}#timeline", f"{other}#what-went-well--badly", f"{other}#root-cause", "#impact"} <= set(there)
    assert there.count(other) >= 5
    assert [link for link in there if runbook in link and link.endswith("#steps")]
    assert ">there<" not in page
    assert "and there." in page
    assert "<code>[[INC-2025-001]]</code>" in page


def test_linked_files_are_published_and_no_others(built: Built) -> None:
    assert [name for name in built.files if name.startswith("postmortems/assets/")] == [
        "postmortems/assets/2026/files/log.txt",
        "postmortems/assets/2026/graph.png",
        "postmortems/assets/2026/größe.svg",
    ]
    assert (built.site / "postmortems/assets/2026/graph.png").read_bytes() == PNG


def test_check_says_what_is_left_out_and_nothing_else(tmp_path: Path) -> None:
    (line,) = check(project(tmp_path)).stdout.splitlines()
    assert line.startswith(
        "postmortems/2026/Linking_One.md:42:54 PM506 broken-link (warning): README.md is not part of"
    )


@pytest.mark.parametrize(
    ("options", "config", "moved"),
    [
        ({"path": "ops/incidents"}, {}, "ops/incidents"),
        ({}, {"docs_dir": "docs", "site_name": "Other"}, "postmortems"),
    ],
)
def test_another_path_moves_files_and_links(
    options: dict[str, str], config: dict[str, str], moved: str, tmp_path: Path
) -> None:
    built = build_project(project(tmp_path, options=options, config={**STRICT, **config}))

    assert built.status == 0
    assert broken_links(built) == []
    assert built.has(f"{moved}/assets/2026/graph.png")
    assert "../assets/2026/graph.png" in references(built.read(f"{moved}/linking_one/index.html")).found


def test_docs_dir_and_folder_may_have_other_names(tmp_path: Path) -> None:
    root = project(tmp_path, options={"folder": "incidents"}, config={**STRICT, "docs_dir": "pages"})
    (root / "docs").rename(root / "pages")
    (root / "postmortems").rename(root / "incidents")
    for path in (root / "incidents").rglob("*.md"):
        path.write_text(path.read_text(encoding="utf-8").replace("/docs/", "/pages/"), encoding="utf-8")

    built = build_project(root)

    assert [line for line in built.problem_lines() if "README.md" not in line] == []
    assert broken_links(built) == []
    assert built.has("postmortems/assets/2026/graph.png")


def test_a_broken_link_fails_the_build_with_its_line(tmp_path: Path) -> None:
    built = build_project(make_project(tmp_path, {"a.md": VALID + "\nSee [it](../docs/indx.md).\n"}))

    assert built.status == 1
    assert built.problem_lines() == (
        'postmortems/a.md:38:5 PM506 broken-link: docs/indx.md does not exist; did you mean "../docs/index.md"?',
    )


def test_an_anchor_that_a_page_lacks_is_mkdocs_to_report(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.md": VALID + "\nSee [it](../docs/index.md#nothing).\n"}, config=STRICT)

    (line,) = build_project(root).warnings()

    assert "'index.md' does not contain an anchor '#nothing'" in line


def test_a_hand_written_file_at_the_same_place_stays(tmp_path: Path) -> None:
    root = fill(project(tmp_path), {"docs/postmortems/assets/2026/files/log.txt": "by hand"})

    assert build_project(root).read("postmortems/assets/2026/files/log.txt") == "by hand"


def test_a_page_that_is_left_out_of_the_site_is_not_linked(tmp_path: Path) -> None:
    root = fill(project(tmp_path, config={**STRICT, "exclude_docs": "runbooks/"}), {})

    built = build_project(root)

    assert broken_links(built) == []
    assert "runbooks" not in "".join(references(built.read(f"{ADDRESS}/index.html")).found)


@pytest.fixture(scope="module")
def for_everybody(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the public site of a library with an internal document, to which a public one links in every way."""
    secret = OTHER.replace("Checkout failed for 40 minutes", "Zanzibar leaked") + "\n![x](secret.png)\n"
    linking = (
        "\nLike [that one](../2025/zanzibar.md#timeline), [[INC-2025-001]], [[zanzibar|another]], INC-2025-001,"
        " zanzibar.md and [ours](ours.txt). [ref][]\n\n[ref]: ../2025/zanzibar.md\n"
    )
    documents: dict[str, str | bytes] = {
        "2025/zanzibar.md": secret,
        "2025/secret.png": PNG,
        "2025/internal.txt": "x",
        "2026/open.md": with_front("audience: public") + linking,
        "2026/ours.txt": "14:05",
    }
    options = {"audience": "public", "levels": {"public-refers-to-internal": "off"}}
    root = make_project(tmp_path_factory.mktemp("public"), documents, options=options)
    return build_project(root, strict=True)


def test_a_link_to_a_document_that_the_audience_may_not_see_is_plain_text(for_everybody: Built) -> None:
    page = for_everybody.read("postmortems/open/index.html")

    assert for_everybody.status == 0, for_everybody.failure
    assert "Like that one, INC-2025-001, another, INC-2025-001, zanzibar.md" in page
    assert ">ref<" not in page
    assert "Zanzibar" not in page
    assert "PM506" not in page


def test_a_file_that_only_an_internal_document_links_to_is_not_published(for_everybody: Built) -> None:
    assert [name for name in for_everybody.files if "assets/20" in name] == ["postmortems/assets/2026/ours.txt"]


HOSTILE = """
[a](javascript:alert(1)) ![b](data:text/html,x) [c](../../../../../etc/hostname) [d](..%2f..%2f..%2fetc%2fhostname)
[e](%2fetc%2fhostname) [f](a%00b.png) ![g](linked.png) ![h](script.svg) [i](page.html) [j](x-mkdocs-postmortem-source:x)
![k](script.svg "x" onerror=alert(1)) <a href="x-postmortem-source:javascript:alert(1)">l</a> [m](.hidden.txt)
<img src="script.svg" alt="&lt;img src=x onerror=alert(1)&gt;"> [n](folder/deep.txt) <a markdown="1" name="o">o</a>
<a href="jax-postmortem-source:vascript:alert(1)">p</a> [q](log.log) [[<script>alert(1)</script>]] [[a"onx="b]]
"""


def test_hostile_links_publish_nothing_run_nothing_and_fail_no_build(tmp_path: Path) -> None:
    root = make_project(
        tmp_path,
        {
            "a.md": VALID + HOSTILE,
            "script.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
            "page.html": "<script>alert(1)</script>",
            ".hidden.txt": "x",
            "log.log": "<html><script>alert(1)</script>",
        },
        theme="material",
        options={"fail_on": "never"},
    )
    (root / "postmortems/linked.png").symlink_to("/etc/hostname")
    (root / "outside").mkdir()
    (root / "outside/deep.txt").write_text("x", encoding="utf-8")
    (root / "postmortems/folder").symlink_to("../outside")

    built = build_project(root)
    page = built.read("postmortems/a/index.html")
    article = page[page.index("<article") : page.index("</article>")]

    assert built.status == 0, built.failure
    assert [name for name in built.files if name.startswith("postmortems/assets")] == []
    assert not re.search(r"<script(?! id=)[^>]*>alert|<[^>]*\son\w+=|javascript:|data:text", article)
    assert "hostname" not in article
    assert not [link for link in references(article).found if link.endswith((".svg", ".png", ".html", ".txt", ".log"))]
