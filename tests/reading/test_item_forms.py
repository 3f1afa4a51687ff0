"""An action item is read back as it was written, in whatever form, language and combination of facts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from mkdocs_postmortem.reading.inline import plain_text
from tests.documents import read
from tests.item_forms import BODY_FORMS, ENTRY_FORMS, FACTLESS, WrittenItem, document_of, written_items


@pytest.mark.parametrize("form", [*BODY_FORMS, *ENTRY_FORMS])
@given(item=written_items())
@settings(max_examples=40)
def test_item_of_any_form_is_read_as_it_was_written(form: str, item: WrittenItem) -> None:
    result = read(document_of(form, item))

    assert [str(problem) for problem in result.problems] == []
    (found,) = result.postmortem.action_items
    expected = ((), None) if form in FACTLESS else (item.owners, item.due)
    title = item.title if form in ENTRY_FORMS else plain_text(item.title)
    assert (found.title, found.status) == (title, item.status)
    assert (found.owners, found.due) == expected
