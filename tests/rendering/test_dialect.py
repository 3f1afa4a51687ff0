"""Converted text says to Python-Markdown what the original says to every editor and to GitHub."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest

from mkdocs_postmortem.rendering.dialect import to_python_markdown
from tests.rendering.outlines import as_editors_show, as_our_pages_show, outline
from tests.sites import REPOSITORY, SAMPLES

CASES = {
    "a checklist with fields two spaces deep": """\
- [ ] **Prevent it**
  - **Owner:** Dana
  - **Due:** 2026-03-31
- [x] **Detect it**
  - **Owner:** Kim
""",
    "a wrapped item with fields": """\
- [x] **One:** the first line
  and the second
  - **Owner:** Dana
- [ ] **Two**
  - **Owner:** Kim
""",
    "a list straight under a paragraph": "Customers saw:\n- errors\n- delays\n\nNothing else.\n",
    "a list straight under bold text": "**Customer impact:**\n- 1,200 customers\n- two regions\n",
    "a list straight under a heading": "## Impact\n- one\n- two\n## Timeline\nText.\n",
    "a heading straight under a nested list": "- one\n  - two\n# After\n",
    "a numbered list with nested bullets": "1. one\n   - two\n   - three\n2. four\n",
    "parentheses as number marks": "1) one\n2) two\n",
    "three levels": "- a\n  - b\n    - c\n  - d\n- e\n",
    "four spaces as editors of Python-Markdown write": "- a\n    - b\n        - c\n- d\n",
    "tabs": "- a\n\t- b\n- c\n",
    "a list with blank lines between its items": "- a\n\n- b\n\n  - c\n- d\n",
    "a nested list after a blank line": "- a\n\n  - b\n  - c\n- d\n",
    "a paragraph inside an item": "- a\n\n  second paragraph\n- b\n",
    "a list under a paragraph inside an item": "- a\n\n  para\n  - b\n- c\n",
    "text after a list": "- a\n- b\n\nAfter.\n",
    "a lazy line after an item": "- a\nstill a\n- b\n",
    "a table under a paragraph": "Times:\n| Time | Event |\n|---|---|\n| 1 | 2 |\n",
    "a table under a list": "- a\n\n| Time | Event |\n|---|---|\n| 1 | 2 |\n",
    "a table with two rules": "| a | b |\n|---|---|\n| --- | --- |\n| --- | --- |\n",
    "a quote under an item": "- a\n\n> said\n",
    "a year at the start of a wrapped line": "It was last seen in the spring of\n2024. Then it came back.\n",
    "a number at the start of a wrapped line of an item": "- It was last seen in\n  2024. Then it came back.\n- b\n",
    "an issue number at the start of a line": "This was fixed by\n#1234 and by\n#1235.\n",
    "a channel as an item": "- #inc-2026-001\n- #1234\n",
    "a fence in an item": "- run:\n\n  ```sh\n  - not a list\n  ```\n\n- next\n",
    "a fence straight under an item's text": "- run:\n  ```sh\n  ls\n  ```\n- next\n",
    "a fence with a list in it": "```yaml\n- a\n  - b\nkey:\n- c\n```\n",
    "a fence of tildes with backticks in it": "~~~text\n```\n- a\n~~~\n\n- b\n",
    "an indented block with a list in it": "Text:\n\n    - not a list\n      - nor this\n\nAfter.\n",
    "code inside an item": "- a\n\n      indented code\n\n- b\n",
    "ordered under a bullet": "- a\n  1. b\n  2. c\n- d\n",
    "a rule is no list": "a\n\n---\n\n- b\n",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_lists_tables_and_code_have_the_shape_that_editors_show(text: str) -> None:
    assert outline(as_our_pages_show(text)) == outline(as_editors_show(text))


def _bodies(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.md") if path.name != "index.md")


@pytest.mark.parametrize("path", _bodies(SAMPLES), ids=lambda path: path.stem)
def test_every_sample_has_the_shape_that_editors_show(path: Path) -> None:
    body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]

    assert outline(as_our_pages_show(body)) == outline(as_editors_show(body))


@pytest.mark.parametrize("name", ["narrative.md", "sre.md"])
def test_both_given_templates_have_the_shape_that_editors_show(name: str) -> None:
    path = REPOSITORY.parent / "shared" / "templates" / name
    if not path.is_file():
        pytest.skip("the given templates are not beside this repository")
    text = path.read_text(encoding="utf-8")

    assert outline(as_our_pages_show(text)) == outline(as_editors_show(text))


@pytest.mark.parametrize(
    "text",
    [
        "```python\nif x:\n  - 1\n\n\t# tab\n```",
        "Text\n\n    $ ls\n    - item\n",
        "<pre>\n  - a\n    1986. b\n#c\n</pre>\n",
        "A plain paragraph\nof two lines.\n\n## And a heading\n",
    ],
    ids=["fence", "indented code", "pre element", "prose"],
)
def test_code_and_prose_are_not_touched(text: str) -> None:
    assert to_python_markdown(text) == text.expandtabs(4)


def test_text_after_a_pre_element_is_converted_again() -> None:
    assert to_python_markdown("<pre>\n- a\n  - b\n</pre>\n\n- a\n  - b") == "<pre>\n- a\n  - b\n</pre>\n\n- a\n    - b"


def test_conversion_takes_time_in_proportion_to_the_text() -> None:
    text = "".join(f"{' ' * (2 * (n % 40))}- item {n}\n" for n in range(40_000))

    assert to_python_markdown(text).count("\n") >= text.count("\n")


def test_code_in_a_list_item_is_indented_where_no_extension_reads_nested_fences() -> None:
    text = "- run:\n  ```sh\n  ls\n\n  cd x\n  ```\n- next\n"

    html = markdown.markdown(to_python_markdown(text, nested_fences=False), extensions=["fenced_code"])

    assert "<pre><code>ls\n\ncd x\n</code></pre>" in html
    assert html.count("<li>") == 2


def test_folded_parts_hold_markdown() -> None:
    text = "<details>\n<summary>More</summary>\n\n- one\n\n</details>\n"

    html = markdown.markdown(to_python_markdown(text), extensions=["md_in_html"])

    assert html.count("<li>one</li>") == 1
    assert "<details>" in html


def test_folded_parts_that_say_themselves_how_to_be_read_are_left_alone() -> None:
    text = '<details markdown="0">\n<summary>More</summary>\n</details>'

    assert to_python_markdown(text) == text
