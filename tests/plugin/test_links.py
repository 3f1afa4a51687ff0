"""MkDocs never sees a relative link of our pages, and everything else as it is."""

from __future__ import annotations

import markdown
import pytest

from mkdocs_postmortem.plugin.links import HideLinks, show_links


def rendered(text: str, *, is_on: bool = True) -> str:
    """Return what Python-Markdown makes of a text with our extension."""
    extension = HideLinks()
    extension.is_on = is_on
    return markdown.markdown(text, extensions=[extension, "footnotes"])


@pytest.mark.parametrize("text", ["[a](../b.md)", "![a](b.png)", "[a](#b)", "[a][b]\n\n[b]: c.md 'd'", "[a](b%20c.md)"])
def test_a_relative_address_has_a_scheme_until_it_is_shown(text: str) -> None:
    hidden = rendered(text)

    assert '="x-postmortem-source:' in hidden
    assert show_links(hidden) == rendered(text, is_on=False)


@pytest.mark.parametrize(
    "text", ["[a](https://example.org)", "[a](/b.md)", "<a@example.org>", "<https://example.org>", "`[a](b)`"]
)
def test_addresses_of_hosts_mail_and_the_sites_root_are_left_to_mkdocs(text: str) -> None:
    assert rendered(text) == rendered(text, is_on=False)


def test_on_pages_that_are_not_ours_nothing_is_hidden() -> None:
    assert rendered("[a](../b.md)", is_on=False) == '<p><a href="../b.md">a</a></p>'
