"""A whole document in each language that is read: nothing of what it states is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.reading.severities import severity_of
from mkdocs_postmortem.reading.shipped_words import LANGUAGES
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings
from tests.documents import postmortem_of, report, with_front, with_line, with_section

FOLDER = Path(__file__).parent / "languages"
WORDS = vocabulary_for(Settings())
STATED = {
    "en": ("Search returned no results", "sev1", "10:03", "search, catalog", "Dana, Kim"),
    "de": ("Bestellungen wurden doppelt gebucht", "sev1", "10:47", "Kasse, Buchhaltung", "Anna Weber"),
    "fr": ("paiements refusés", "sev0", "10:30", "paiement, commande", "Claire Martin"),
    "es": ("la aplicación móvil no cargaba", "sev1", "10:20", "móvil, identidad", "Lucía Gómez"),
    "pt": ("pedidos não chegavam ao estoque", "sev2", "11:05", "pedidos, estoque", "João Lima, Rita Alves"),
    "no": ("Innlogging feilet", "sev1", "09:58", "innlogging, minside", "Kari Nordmann"),
    "ja": ("検索が遅延", "sev1", "10:15", "検索, カタログ", "田中"),
    "zh": ("支付回调丢失", "sev0", "10:40", "支付, 订单", "王芳"),
}
"""Title, severity, end, services and authors; every incident begins on 2026-03-14 at 09:12."""
PEOPLE = {
    "en": ("Dana", "Kim", "Lee"),
    "de": ("Anna Weber", "Jens Kraft", "Mia Lang"),
    "fr": ("Claire Martin", "Hugo Petit", "Claire Martin"),
    "es": ("Lucía Gómez", "Mario Ruiz", "Ana Díaz"),
    "pt": ("João Lima", "Rita Alves", "João Lima"),
    "no": ("Kari Nordmann", "Ola Hansen", "Kari Nordmann"),
    "ja": ("田中", "佐藤", "鈴木"),
    "zh": ("王芳", "李强", "王芳"),
}
"""Who owns the three items. The last one is done."""
PRIORITIES = {"en": "P0", "de": "P0", "fr": "P1", "es": "P0", "pt": "P1", "no": "P0", "ja": "P1", "zh": "P0"}
APPROXIMATE = {
    "en": "09:30", "de": "09:40", "fr": "09:20", "es": "09:25", "pt": "09:40", "no": "09:25",
    "ja": "09:30", "zh": "09:30",
}  # fmt: skip
SECTIONS = {"summary", "impact", "timeline", "cause", "action-items", "lessons"}


def document(language: str) -> Postmortem:
    """Return the document of a language."""
    return postmortem_of((FOLDER / f"{language}.md").read_text(encoding="utf-8"), f"{language}.md")


def test_every_language_has_a_document() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_under_labels_are_read(language: str) -> None:
    postmortem = document(language)
    facts = {name: fact.value for name, fact in postmortem.stated_in_body.items()}
    title, severity, end, services, authors = STATED[language]

    assert postmortem.title == title
    assert facts["started_at"] == "2026-03-14 09:12"
    assert facts["resolved_at"] == f"2026-03-14 {end}"
    assert (facts["services"], facts["authors"]) == (services, authors)
    step = severity_of(facts["severity"], Settings(), WORDS)
    assert step is not None
    assert step.name == severity


@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_are_recognised(language: str) -> None:
    assert {section.key for section in document(language).sections} >= SECTIONS


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_timeline_is_read(language: str) -> None:
    entries = document(language).timeline

    assert [entry.local for entry in entries] == [
        "2026-03-14 09:12",
        f"2026-03-14 {APPROXIMATE[language]}",
        f"2026-03-14 {STATED[language][2]}",
    ]
    assert [entry.approximate for entry in entries] == [False, True, False]
    assert all(entry.event for entry in entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_action_items_are_read_with_owner_due_date_status_and_priority(language: str) -> None:
    items = document(language).action_items

    assert [item.owners for item in items] == [(name,) for name in PEOPLE[language]]
    assert [str(item.due) for item in items] == ["2026-03-31", "2026-04-15", "2026-03-20"]
    assert [item.status.value for item in items] == ["in-progress", "open", "done"]
    assert [item.priority and item.priority.value for item in items] == [PRIORITIES[language], "P2", "P3"]


@pytest.mark.parametrize(
    ("word", "step"),
    [("hoch", "sev1"), ("Élevée", "sev1"), ("kritisk", "sev0"), ("média", "sev2"), ("低", "sev3"), ("High", "sev1")],
)
def test_the_front_matter_may_state_a_degree_in_any_language(word: str, step: str) -> None:
    severity = postmortem_of(with_line("severity:", f"severity: {word}")).severity

    assert severity is not None
    assert (severity.name, severity.stated) == (step, word)


def test_a_degree_that_the_scale_does_not_have_is_refused() -> None:
    scale = [{"name": "major", "label": "Major"}]

    assert report(with_line("severity:", "severity: hoch"), severities=scale) == ["4:11 PM104"]


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Entwurf", "draft"),
        ("en relecture", "in-review"),
        ("Publicado", "published"),
        ("Rascunho", "draft"),
        ("Godkjent", "published"),
        ("レビュー中", "in-review"),
        ("已发布", "published"),
        ("Under review", "in-review"),
    ],
)
def test_the_front_matter_may_state_the_review_in_any_language(word: str, state: str) -> None:
    status = postmortem_of(with_line("status:", f"status: {word}")).status

    assert status is not None
    assert status.value == state


def test_the_front_matter_may_state_a_priority_in_any_language() -> None:
    text = with_front("action_items: [{title: a, owners: [Kim], due: 2026-05-01, priority: Kritisch}]")

    assert [item.priority and item.priority.value for item in postmortem_of(text).action_items[:1]] == ["P0"]


NONE = [
    "None", "None.", "N/A", "**None**", "- None", "No action items.", "Action items: none", "Keine.", "Keine Maßnahmen",
    "Entfällt", "Aucune", "Aucune action", "- Néant", "Ninguna", "Sin acciones.", "Nenhuma", "Não se aplica", "Ingen",
    "Ingen tiltak", "なし", "- 特になし", "无", "无行动项。", "* [ ] None",
]  # fmt: skip


@pytest.mark.parametrize("words", NONE)
def test_no_action_items_may_be_said_in_words(words: str) -> None:
    text = with_section("Action items", words)

    assert postmortem_of(text).action_items == ()
    assert report(text) == ["32:1 PM311"]


@pytest.mark.parametrize("words", ["TBD", "Noch zu klären", "待定"])
def test_action_items_that_are_still_to_come_are_a_gap(words: str) -> None:
    assert report(with_section("Action items", words)) == ["32:1 PM203"]


def test_none_is_no_statement_in_another_section() -> None:
    assert report(with_section("Impact", "None")) == ["17:1 PM203"]
