"""A German site: nothing of ours on it is English. What documents say stays as their authors wrote it."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment

from mkdocs_postmortem.settings import Settings, Wording
from mkdocs_postmortem.site import Site, build_site
from mkdocs_postmortem.views.address import Target
from mkdocs_postmortem.words.catalogue import shipped_words
from tests.documents import VALID, settings_of, with_front, with_line
from tests.sites import REPOSITORY, write

TEMPLATES = REPOSITORY / "mkdocs_postmortem" / "templates"
TODAY = date(2026, 11, 16)
SPOKEN_ATTRIBUTES = {"aria-label", "title", "data-label", "alt", "placeholder"}
OUR_NAMES = {"postmortem new", "postmortem done", "contributing_factors", "UTC"}
_PLACE = re.compile(r"\\\{[a-z]+\\\}")


class Visible(HTMLParser):
    """Collects the texts that people see or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # its name
        self.texts += [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value]

    def handle_data(self, data: str) -> None:
        if data.strip() and self.cdata_elem != "script":
            self.texts.append(" ".join(data.split()))


def visible(html: str) -> list[str]:
    """Return the texts of a page's own parts."""
    page = Visible()
    page.feed(html)
    return page.texts


def link(target: Target) -> str:
    return target.uri


@lru_cache(maxsize=2)
def sample_site(language: str) -> Site:
    """Return the site of the sample library, with everything that its mkdocs.yml sets."""
    text = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    (options,) = [entry["postmortem"] for entry in yaml.safe_load(text)["plugins"] if isinstance(entry, dict)]
    settings = Settings.model_validate({**options, "language": language})
    return build_site(REPOSITORY, settings, TODAY)


def own_texts(site: Site) -> set[str]:
    """Return what pages show around the documents' bodies."""
    return {text for page in site.pages for text in [*visible(site.render(page, "", link)), page.title]}


def english_only() -> list[re.Pattern[str]]:
    """Return patterns of the English words that German does not share, each as a whole text."""
    english, german = shipped_words("en"), shipped_words("de")
    spoken = {form for forms in german.values() for form in (forms.one, forms.other)}
    words = {form for forms in english.values() for form in (forms.one, forms.other)} - spoken
    worded = [word for word in sorted(words) if re.search(r"[a-z]", re.sub(r"\{.*?\}", "", word))]
    return [re.compile(_PLACE.sub(r"[^.]+?", re.escape(word))) for word in worded]


def test_no_word_of_ours_on_the_german_sample_library_is_english() -> None:
    documents = sample_site("de").library.postmortems
    stated = {text for p in documents for text in (*p.tags, p.impact.revenue, *(link.label for link in p.links))}
    views = {text for view in sample_site("de").library.settings.views for text in (view.title, view.description)}
    texts = own_texts(sample_site("de")) - stated - views
    patterns = english_only()

    assert len(patterns) > 100
    assert sorted(text for text in texts if any(pattern.fullmatch(text) for pattern in patterns)) == []


def test_the_same_search_finds_the_english_words_of_the_english_library() -> None:
    texts = own_texts(sample_site("en"))

    assert sum(any(pattern.fullmatch(text) for text in texts) for pattern in english_only()) > 80


def test_every_german_page_says_something_german() -> None:
    site = sample_site("de")

    assert [page.uri for page in site.pages if "Maßnahmen" not in site.render(page, "", link)] == []


FULL = with_line(
    "id:",
    "id: INC-2026-014\nkind: near-miss",
    with_front(
        "detected_at: 2026-03-01T14:06Z\nacknowledged_at: 2026-03-01T14:08Z\nmitigated_at: 2026-03-01T14:40Z\n"
        "root_cause_services: [checkout]\ncommander: Kim\ntags: [a]\nlinks: [https://example.org/a]\n"
        "impact: {customers_affected: about 1200, customers_affected_percent: 12.5, requests_failed: 3000, "
        "degradation: partial-outage, data_loss: 'yes: two rows', data_corruption: no}\n"
        "detection: {source: third-party, alerts: [x], assessment: y}\ntrigger: A flag\n"
        "contributing_factors: [{category: on-call, text: z}, w]\n"
        "reviewers: [Lee]\napproved_by: Kim\npublished_at: 2026-03-05\naudience: internal\ndistribution: [all]\n"
        "review_attendees: [Lee]\ncommunication: {channel: c, status_page: yes}\nrelated: [INC-2026-015]\n"
        "action_items: [{title: t, owners: [Kim], due: 2026-03-02, kind: detect, priority: P1}, "
        "{title: u, owners: [Kim], due: 2026-03-02, status: wont-do, reason: r}]"
    ),
)


def full_page(root: Path, **options: Any) -> str:
    """Return the page of a document that states everything."""
    write(root / "postmortems/a.md", FULL)
    write(root / "postmortems/b.md", VALID.replace("014", "015"))
    site = build_site(root, settings_of(options), TODAY)
    page = site.page("postmortems/a.md")
    assert page is not None
    return site.render(page, "<ul><li>[ ] x</li></ul>", link)


@pytest.mark.parametrize(
    "text",
    [
        "SEV1 Hoch", "Veröffentlicht", "Beinahe-Vorfall", "Erkannt nach", "teilweiser Ausfall",
        "etwa 1.200 / 12,5 %", "nach 1 min", "Voriger bei checkout", "3.000", "Ja: two rows", "Nein", "Dritte",
        "Bereitschaft", "Faktor", "Nachkontrolle", "Verwandt mit", "1 überfällige Maßnahme", "(erkennen)", "Verworfen",
        "überfällig", "nicht erledigt", "Alle Angaben: Auswirkung, Erkennung, Ursache, Prüfung, Kommunikation",
    ],
)  # fmt: skip
def test_a_full_page_says_it_in_german(tmp_path: Path, text: str) -> None:
    assert text in " | ".join(visible(full_page(tmp_path, language="de")))


def test_a_page_with_every_word_replaced_shows_nothing_else_of_ours(tmp_path: Path) -> None:
    """A word that stands in no catalogue would still be readable here."""
    dotted = {key: _dotted(forms) for key, forms in shipped_words("en").items()}
    plain = {"separator": " ", "decimal-mark": ".", "thousands-mark": "."}

    texts = visible(full_page(tmp_path, words={**dotted, **plain}))

    stated = set(re.findall(r"\w+", FULL)) | {"SEV", "UTC"}
    words = {word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text)}
    assert sorted(words - stated - {"min"}) == []


def _dotted(forms: Wording) -> str:
    """Return a word with the same names to fill in and nothing else to read."""
    return "· " + " ".join(re.findall(r"\{[a-z]+\}", forms.other))


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.jinja")), ids=lambda path: path.name)
def test_templates_hold_no_words_of_their_own(template: Path) -> None:
    pieces = Environment(autoescape=True).lex(template.read_text(encoding="utf-8"))
    html = "".join(text if kind == "data" else " " * kind.endswith("_end") for _, kind, text in pieces)
    assert [text for text in visible(html) if re.search(r"[^\W\d_]{2,}", text) and text not in OUR_NAMES] == []
