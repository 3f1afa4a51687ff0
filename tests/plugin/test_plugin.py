"""The hooks in real builds: what themes read from a page, and what they never get to see."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from mkdocs_postmortem.plugin.plugin import PostmortemPlugin
from tests.documents import VALID, with_front, with_line
from tests.sites import MATERIAL_EXTENSIONS, Built, build_project, make_project, write

PAGE = "postmortems/incident/index.html"
HOSTILE = with_front(
    'tags: ["<svg onload=alert(1)>"]\nsummary: "a \\"quoted\\" <b> & more"\nauthors: ["<i>Dana</i>"]',
    with_line("title:", 'title: "</title><script>alert(1)</script> \\"x\\""'),
).replace("# Checkout failed for 40 minutes", "# A *heading* with <img src=x onerror=alert(1)> & more")


def built_with(tmp_path: Path, text: str, **config: object) -> Built:
    """Build a Material site of one document, whose links may lead nowhere."""
    whole = {"markdown_extensions": list(MATERIAL_EXTENSIONS), **config}
    options = {"levels": {"broken-link": "off"}}
    root = make_project(tmp_path, {"incident.md": text}, theme="material", options=options, config=whole)
    built = build_project(root)
    assert built.status == 0, built.log
    return built


def test_a_hostile_title_is_text_wherever_the_theme_shows_it(tmp_path: Path) -> None:
    built = built_with(tmp_path, HOSTILE)

    for name in (name for name in built.files if name.endswith(".html")):
        page = built.read(name)
        assert "<script>alert(1)" not in page
        assert not re.search(r"<(img|svg)[^>]*\son\w+=", page)
    head = built.read(PAGE).partition("</head>")[0]
    assert "<title>INC-2026-014: &lt;/title&gt;&lt;script&gt;" in head
    assert '<meta name="description" content="a &#34;quoted&#34; &lt;b&gt; &amp; more">' in head


def test_nothing_of_a_document_steers_the_theme(tmp_path: Path) -> None:
    steering = 'x-template: "404.html"\nx-hide: [navigation]\n'

    page = built_with(tmp_path, with_front(steering)).read(PAGE)

    assert "md-status" not in page
    assert 'data-md-type="navigation"' in page


def test_the_table_of_contents_holds_the_authors_headings_as_text(tmp_path: Path) -> None:
    page = built_with(tmp_path, VALID + "\n## Impact of `<b>` & *co*\n\nText.\n").read(PAGE)

    assert re.search(r'<span class="md-ellipsis">\s*Impact of &lt;b&gt; &amp; co\s*</span>', page)


@pytest.mark.parametrize(
    ("theme", "language", "heading"),
    [
        ({"name": "material", "language": "de"}, None, "Maßnahmen"),
        ({"name": "material", "language": "fr"}, None, "Action items"),
        ({"name": "material"}, None, "Action items"),
        ({"name": "mkdocs", "locale": "de_AT"}, None, "Maßnahmen"),
        ({"name": "readthedocs", "locale": "de"}, "en", "Action items"),
        ({"name": "mkdocs"}, "de", "Maßnahmen"),
    ],
)
def test_pages_speak_the_language_of_the_theme_unless_told_otherwise(
    theme: dict[str, str], language: str | None, heading: str, tmp_path: Path
) -> None:
    options = {"language": language} if language else {}

    built = build_project(make_project(tmp_path, {"incident.md": VALID}, theme=theme, options=options))

    board = built.read("postmortems/action-items/index.html")
    assert built.status == 0, built.log
    assert f"<h1>{heading}</h1>" in board
    assert re.search(rf"<title>{heading} - ", board)
    assert re.search(rf'href="[^"]*action-items/"[^>]*>\s*(?:<span[^>]*>\s*)?{heading}\s*<', built.read("index.html"))


def test_listings_have_no_table_of_contents_and_no_place_in_the_search(tmp_path: Path) -> None:
    built = built_with(tmp_path, VALID)

    locations = {
        entry["location"].partition("#")[0] for entry in json.loads(built.read("search/search_index.json"))["docs"]
    }
    assert "postmortems/incident/" in locations
    assert not [where for where in locations if where.startswith(("postmortems/services", "postmortems/action-items"))]


def test_metadata_at_the_start_of_a_body_is_no_metadata(tmp_path: Path) -> None:
    text = VALID.replace(
        "\n# Checkout failed for 40 minutes\n", "\nTemplate: 404.html\nTitle: Other\n\n# Checkout failed\n"
    )

    page = built_with(tmp_path, text).read(PAGE)

    assert "Template: 404.html" in page
    assert "<title>INC-2026-014: Checkout failed for 40 minutes - Test</title>" in page


def test_text_that_looks_like_a_template_stays_text(tmp_path: Path) -> None:
    text = with_line("title:", 'title: "{{ 7*7 }} {% raw %}"').replace("Errors stopped", "Errors {{ 7*7 }} stopped")

    page = built_with(tmp_path, text).read(PAGE)

    assert "Errors {{ 7*7 }} stopped" in page
    assert "INC-2026-014: {{ 7*7 }} {% raw %}" in page


def test_an_incident_stands_below_the_librarys_section_in_the_breadcrumbs(tmp_path: Path) -> None:
    nav = [{"Home": "index.md"}, {"Library": ["postmortems/index.md"]}]
    theme = {"name": "material", "features": ["navigation.path", "navigation.tabs", "navigation.indexes"]}
    root = make_project(tmp_path, {"incident.md": VALID}, theme=theme, config={"nav": nav})

    page = build_project(root).read(PAGE)

    tab = re.search(r'<li class="md-tabs__item md-tabs__item--active">\s*<a[^>]*>(.*?)</a>', page, re.DOTALL)
    assert tab is not None
    assert "Library" in tab[1]


def test_links_between_documents_follow_their_source_paths(tmp_path: Path) -> None:
    other = VALID.replace("INC-2026-014", "INC-2026-015")
    root = make_project(
        tmp_path, {"2026/a.md": VALID + "\nAs [before](../2025/b.md#impact).\n", "2025/b.md": other}, theme="material"
    )

    built = build_project(root, strict=True)

    assert built.status == 0, built.log
    assert '<a href="../b/#impact"' in built.read("postmortems/a/index.html")


def test_a_picture_beside_a_document_is_a_warning_and_no_traceback(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.md": VALID + "\n![graph](graph.png)\n", "graph.png": b"\x89PNG"})

    built = build_project(root)

    assert built.status == 0


@pytest.mark.parametrize(
    ("epoch", "as_of", "today"),
    [
        ("1767225600", None, date(2026, 1, 1)),
        ("1767225600", "2026-05-01", date(2026, 5, 1)),
    ],
)
def test_the_day_is_as_configured_or_that_of_the_source_epoch(
    epoch: str, as_of: str | None, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    plugin = PostmortemPlugin()
    plugin.load_config({"as_of": as_of} if as_of else {})

    assert plugin._today() == today


def test_every_refused_option_is_an_error_of_its_own_at_its_line(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    write(config, "plugins:\n  - postmortem:\n      fail_onn: x\n      path: a//b\n")

    errors, warnings = PostmortemPlugin().load_config({"fail_onn": "x", "path": "a//b"}, str(config))

    assert [(name, str(error).partition(" ")[0]) for name, error in errors] == [
        ("fail_onn", f"{config}:3:7"),
        ("path", f"{config}:4:7"),
    ]
    assert warnings == []


def test_options_without_a_file_are_refused_all_the_same() -> None:
    errors, _ = PostmortemPlugin().load_config({"fail_onn": "x"})

    ((name, error),) = errors
    assert (name, str(error)) == (
        "settings",
        'mkdocs.yml:1:1 PM801 invalid-setting: option fail_onn is not known; did you mean "fail_on"?',
    )


def test_a_plain_off_in_the_configuration_is_the_level_off(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"incident.md": with_line("severity:", "severity: sev9")})
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config + "    levels: {PM104: off}\n", encoding="utf-8")

    assert build_project(root).status == 0


def test_every_page_loads_the_script_and_only_lists_have_its_data(tmp_path: Path) -> None:
    options = {"views": [{"name": "mine", "title": "Mine"}]}
    built = build_project(make_project(tmp_path, theme="mkdocs", options=options), strict=True)

    with_script = [name for name in built.files if "assets/postmortem/postmortem.js" in text_of(built, name)]
    assert {"index.html", "postmortems/index.html", "postmortems/incident/index.html"} <= set(with_script)
    with_data = [name for name in built.files if 'class="pm-data">{"kind"' in text_of(built, name)]
    assert with_data == [
        "postmortems/action-items/index.html",
        "postmortems/index.html",
        "postmortems/views/mine/index.html",
    ]
    assert '"address":["incident/"]' in built.read("postmortems/index.html")
    assert '"address":["../../incident/"]' in built.read("postmortems/views/mine/index.html")


def text_of(built: Built, name: str) -> str:
    return built.read(name) if name.endswith(".html") else ""


def test_the_data_of_a_list_is_not_in_the_index_of_the_search(tmp_path: Path) -> None:
    built = build_project(make_project(tmp_path, theme="mkdocs"))

    assert '"ageing"' in built.read("postmortems/index.html")
    assert "ageing" not in built.read("search/search_index.json")


def test_items_link_to_their_line_where_the_repository_is_known(tmp_path: Path) -> None:
    repository = {"repo_url": "https://github.com/o/r", "edit_uri": "edit/main/docs/"}
    html = built_with(tmp_path, VALID, **repository).read(PAGE)

    assert 'href="https://github.com/o/r/edit/main/postmortems/incident.md#L34"' in html
    assert 'class="pm-edit-page" data-search-exclude><a href="https://github.com/o/r/edit/main/postmortems/' in html


def test_without_a_repository_there_is_nothing_to_edit(tmp_path: Path) -> None:
    html = built_with(tmp_path, VALID).read(PAGE)

    assert "pm-edit" not in html


def test_a_stylesheet_of_the_users_is_read_after_ours(tmp_path: Path) -> None:
    pages = {"own.css": "body { --pm-good: #00695c; }"}
    built = build_project(make_project(tmp_path, theme="material", config={"extra_css": ["own.css"]}, pages=pages))

    head = built.read("index.html").partition("</head>")[0]
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', head)
    assert sheets[-2:] == ["assets/postmortem/postmortem.css", "own.css"]
    assert "stylesheets/main." in sheets[0]
