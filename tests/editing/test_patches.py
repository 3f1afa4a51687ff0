"""Changes of single lines leave every other byte as it was."""

from __future__ import annotations

from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.patches import Patch, apply_patches

TEXT = "\ufeffone\r\ntwo\nthree"


def patched(*patches: Patch) -> tuple[str, tuple[int, ...]] | None:
    found = apply_patches(Manuscript(TEXT, "a.md", "a.md"), patches)
    return (found.manuscript.text, found.origins) if found else None


def test_characters_of_a_line_are_replaced_and_all_else_stays() -> None:
    assert patched(Patch(1, 0, 1, "O"), Patch(3, 5, 5, "!")) == ("\ufeffOne\r\ntwo\nthree!", (1, 2, 3))


def test_patches_at_one_place_stand_in_their_order() -> None:
    assert patched(Patch(2, 3, 3, "a"), Patch(2, 3, 3, "b")) == ("\ufeffone\r\ntwoab\nthree", (1, 2, 3))


def test_new_line_ends_like_the_one_before_it() -> None:
    assert patched(Patch(1, 3, 3, "\nnew")) == ("\ufeffone\r\nnew\r\ntwo\nthree", (1, 0, 2, 3))


def test_line_is_taken_out_with_its_end() -> None:
    assert patched(Patch(2, 0, 0, None)) == ("\ufeffone\r\nthree", (1, 3))


def test_patches_that_overlap_are_refused() -> None:
    assert patched(Patch(3, 0, 3, ""), Patch(3, 2, 4, "")) is None
