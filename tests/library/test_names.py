"""What a text may call a document."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.library.names import Names, name_documents
from mkdocs_postmortem.model import Postmortem
from tests.documents import VALID, postmortem_of, without_line


def names_of(*named: tuple[str, str]) -> Names[Postmortem]:
    """Return the names of documents with these ids and file names."""
    texts = ((VALID.replace("INC-2026-014", identity), path) for identity, path in named)
    return name_documents(postmortem_of(text, path) for text, path in texts)


@pytest.mark.parametrize("name", ["INC-7", "inc-7", "cache", "cache.md", "Cache.md"])
def test_a_document_is_found_by_id_and_file_name_in_any_case(name: str) -> None:
    (found,) = names_of(("INC-7", "cache.md"), ("INC-71", "other.md")).find(name)
    assert found.id == "INC-7"


@pytest.mark.parametrize("identity", ["INC-7", "PM.2026.4", "INC_7", "PM2026004", "checkout-outage", "2026-001a"])
def test_a_telling_id_is_one_in_the_middle_of_a_sentence(identity: str) -> None:
    found = names_of((identity, "a.md")).mentioned(identity)
    assert found is not None
    assert found.id == identity


@pytest.mark.parametrize("identity", ["outage", "s3", "k8s", "2026-03-01", "2026", "p1"])
def test_an_everyday_word_or_a_date_is_none_but_in_a_wiki_link(identity: str) -> None:
    names = names_of((identity, "a.md"))
    assert names.mentioned(identity) is None
    assert len(names.find(identity)) == 1


@pytest.mark.parametrize("word", ["INC-71", "XINC-7", "INC-7-b", "INC-", "INC", "cache", "a/cache.md", ".md"])
def test_another_word_names_nothing(word: str) -> None:
    assert names_of(("INC-7", "cache.md")).mentioned(word) is None


def test_a_file_name_with_its_ending_names_the_document() -> None:
    found = names_of(("INC-7", "2026/cache.md")).mentioned("cache.md")
    assert found is not None


def test_a_name_of_two_documents_names_neither() -> None:
    names = names_of(("INC-7", "2025/cache.md"), ("INC-8", "2026/cache.md"), ("INC-9", "x.md"), ("INC-9", "y.md"))
    assert names.mentioned("cache.md") is None
    assert names.mentioned("INC-9") is None
    assert len(names.find("cache")) == 2
    assert [each.id for each in names.find("2025/cache")] == ["INC-7"]


def test_a_document_whose_id_is_its_file_name_is_one() -> None:
    names = name_documents([postmortem_of(without_line("id:"), "2025-11-cache.md")])
    assert len(names.find("2025-11-cache")) == 1
