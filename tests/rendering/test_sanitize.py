"""What a document's HTML may not do, and the harmless things that it keeps."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

import mkdocs_postmortem
from mkdocs_postmortem.rendering.sanitize import sanitize_html
from tests.sites import MATERIAL_EXTENSIONS

_EXTENSIONS = [name if isinstance(name, str) else next(iter(name)) for name in MATERIAL_EXTENSIONS]
_OPTIONS = {key: value for entry in MATERIAL_EXTENSIONS if isinstance(entry, dict) for key, value in entry.items()}


def rendered(text: str) -> str:
    """Return what a document's page holds of this Markdown, with Material's extensions on."""
    return sanitize_html(markdown.markdown(text, extensions=_EXTENSIONS, extension_configs=_OPTIONS))


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<ScRiPt src='//evil.example/x.js'></sCrIpT>",
        "<style>body{display:none}</style>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<object data='x.swf'></object>",
        "<template><img src=x onerror=alert(1)></template>",
        "<!-- a comment -->",
        "<meta http-equiv=refresh content='0;url=//evil.example'>",
        "<base href='//evil.example/'>",
        "<link rel=stylesheet href='//evil.example/x.css'>",
        "<embed src=x>",
    ],
)
def test_elements_that_run_load_or_steer_leave_nothing_behind(html: str) -> None:
    assert sanitize_html(html) == ""


@pytest.mark.parametrize(
    "html",
    [
        "<img src=x onerror=alert(1)>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<svg onload=alert(1)>",
        "<details ontoggle=alert(1) open><summary>x</summary></details>",
        "<a href=x onclick=alert(1)>x</a>",
        "<p ONMOUSEOVER='alert(1)'>x</p>",
        "<input autofocus onfocus=alert(1)>",
        "<div style='position:fixed;inset:0' onwheel=alert(1)>x</div>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>",
        "<svg><animate onbegin=alert(1) attributeName=x></svg>",
        "<form action='//evil.example'><button formaction='javascript:alert(1)'>x</button></form>",
    ],
)
def test_handlers_are_dropped(html: str) -> None:
    assert not re.search(r"<[^>]*\s(on\w+|style|formaction|action)\s*=", sanitize_html(html), re.IGNORECASE)


@pytest.mark.parametrize(
    "markdown_text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#x09;script:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](&#x6A;avascript&colon;alert(1))",
        "[x](<javascript:alert(1)>)",
        "[x][1]\n\n[1]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "<a href=' javascript:alert(1)'>x</a>",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox(1))",
        "[x](https://example.org){: href='javascript:alert(1)' }",
        "![x](javascript:alert(1))",
        "<a href='\x01javascript:alert(1)'>x</a>",
    ],
)
def test_addresses_that_run_code_are_dropped_in_every_spelling(markdown_text: str) -> None:
    values = re.findall(r'(?:href|src)="([^"]*)"', rendered(markdown_text))

    assert not [value for value in values if re.search(r"script:|data:", value, re.IGNORECASE)]


def test_attribute_lists_keep_classes_and_lose_handlers_and_styles() -> None:
    html = rendered('A paragraph\n{: .wide onclick="alert(1)" style="position:fixed" title="said" }\n')

    assert html == '<p class="wide" title="said">A paragraph</p>'


@pytest.mark.parametrize(
    "name", ["__search", "__drawer", "__palette_0", "mkdocs-search-query", "pm-related", "-x", "a b"]
)
def test_ids_that_a_theme_or_we_rely_on_are_dropped(name: str) -> None:
    assert sanitize_html(f'<p id="{name}">x</p>') == "<p>x</p>"


def test_every_id_of_our_templates_is_one_of_them() -> None:
    folder = Path(mkdocs_postmortem.__file__).parent / "templates"
    ours = {name for path in folder.glob("*.jinja") for name in re.findall(r'\sid="([\w-]+)"', path.read_text("utf-8"))}

    assert "pm-action-items" in ours
    assert [name for name in ours if sanitize_html(f'<p id="{name}">x</p>') != "<p>x</p>"] == []


@pytest.mark.parametrize("heading", ["PM shift", "MD-5 sums", "2026", "Zürich"])
def test_headings_keep_the_ids_that_the_table_of_contents_leads_to(heading: str) -> None:
    assert re.search(r'<h2 id="[^"]+">', rendered(f"## {heading}"))


@pytest.mark.parametrize("name", ["body", "cookie", "getElementById"])
def test_names_are_dropped_so_that_no_property_of_the_document_is_hidden(name: str) -> None:
    assert sanitize_html(f'<img name="{name}" src="x.png"><a name="{name}">x</a>').count("name=") == 0


def test_classes_of_the_theme_and_ours_are_dropped_and_others_stay() -> None:
    assert sanitize_html('<p class="md-overlay mine pm-badge">x</p>') == '<p class="mine">x</p>'


@pytest.mark.parametrize("style", ["position:fixed", "background:url(//evil.example)", "text-align:left;color:red"])
def test_styles_of_a_cell_other_than_its_alignment_are_dropped(style: str) -> None:
    html = sanitize_html(f'<table><tbody><tr><td style="{style}">x</td></tr></tbody></table>')

    assert html == "<table><tbody><tr><td>x</td></tr></tbody></table>"


@pytest.mark.parametrize("html", ["<input>", '<input type="password">', "<input class=' type=\"checkbox\"> '>"])
def test_inputs_that_are_no_box_are_dropped(html: str) -> None:
    assert sanitize_html(html) == ""


def test_boxes_stay() -> None:
    assert sanitize_html('<input title="a > b" type="checkbox" checked>') == (
        '<input title="a &gt; b" type="checkbox" checked="">'
    )


def test_outside_links_do_not_hand_over_the_window() -> None:
    assert 'rel="noopener noreferrer"' in rendered("[x](https://example.org)")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('!!! warning "Careful"\n    text', '<div class="admonition warning">'),
        ('??? note "More"\n    text', "<summary>More</summary>"),
        ('???+ note "More"\n    text', '<details class="note" open="open">'),
        ('=== "A"\n    a\n\n=== "B"\n    b', 'data-tabs="1:2"'),
        ('=== "A"\n    a\n\n=== "B"\n    b', '<label for="__tabbed_1_2">'),
        ("- [x] done\n- [ ] open", '<li class="task-list-item">'),
        ("- [x] done\n- [ ] open", '<input type="checkbox" disabled="" checked="">'),
        ("| a | b |\n|:-:|--:|\n| 1 | 2 |", 'style="text-align: right;"'),
        ('```python linenums="1" title="x.py"\nx = 1\n```', '<span class="filename">x.py</span>'),
        ('```python linenums="1"\nx = 1\n```', 'class="linenos"'),
        ('```python linenums="1"\nx = 1\n```', 'href="#__codelineno-0-1"'),
        ('```python linenums="1"\nx = 1\n```', 'name="__codelineno-0-1"'),
        ("```python\nx = 1\n```", '<span id="__span-0-1">'),
        ("A[^1]\n\n[^1]: B", 'id="fn:1"'),
        ("A[^1]\n\n[^1]: B", 'href="#fnref:1"'),
        ("## Impact", 'id="impact"'),
        ("## Überblick", 'id="uberblick"'),
        ("![graph](graph.png)", '<img alt="graph" src="graph.png">'),
        ("<kbd>Ctrl</kbd> <mark>x</mark> <sub>2</sub>", "<kbd>Ctrl</kbd> <mark>x</mark> <sub>2</sub>"),
        ("[mail](mailto:a@example.org)", 'href="mailto:a@example.org"'),
        ("[there](../other.md#x)", 'href="../other.md#x"'),
        ("Term\n:   what it means", "<dd>what it means</dd>"),
        ('<abbr title="Time to detect">TTD</abbr>', '<abbr title="Time to detect">TTD</abbr>'),
        ("<figure><img src='x.png'><figcaption>c</figcaption></figure>", "<figcaption>c</figcaption>"),
    ],
)
def test_harmless_things_of_the_usual_extensions_stay(text: str, kept: str) -> None:
    assert kept in rendered(text)
