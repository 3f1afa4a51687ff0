"""The small page at an incident's id."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs_postmortem.rendering.redirect import render_redirect
from mkdocs_postmortem.views.address import Target
from mkdocs_postmortem.words.catalogue import words_for
from tests.documents import VALID, postmortem_of, settings_of, with_line
from tests.sites import write

HOSTILE = with_line("title:", 'title: "</title><script>alert(1)</script>"')


def page_of(text: str = VALID, overrides: Path | None = None) -> str:
    """Return the page that leads to ../a/ from the id of this document."""
    words = words_for(settings_of(language="de"))
    return render_redirect(postmortem_of(text), Target("x.md"), lambda _: "../a/", words, overrides)


def test_it_leads_on_by_itself_and_by_a_link() -> None:
    html = page_of()

    assert html.startswith('<!doctype html>\n<html lang="de">')
    assert '<meta http-equiv="refresh" content="0; url=../a/">' in html
    assert '<link rel="canonical" href="../a/">' in html
    assert '<p>INC-2026-014: <a href="../a/">Checkout failed for 40 minutes</a></p>' in html


def test_search_engines_leave_it_out() -> None:
    assert '<meta name="robots" content="noindex">' in page_of()


def test_a_hostile_title_is_text() -> None:
    html = page_of(HOSTILE)

    assert "<script>alert" not in html
    assert len(re.findall("<script", html)) == 1


def test_a_template_of_the_users_goes_before_ours(tmp_path: Path) -> None:
    write(tmp_path / "redirect.html.jinja", "{{ language }} {{ id }} {{ link(target) }}")

    assert page_of(overrides=tmp_path) == "de INC-2026-014 ../a/"
