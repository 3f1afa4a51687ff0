from __future__ import annotations

from collections import Counter

from mkdocs_postmortem.problems import DUPLICATE_KEY, OWNERLESS_ITEM, Location
from mkdocs_postmortem.rules.comparison import find_new_problems, part_known

OLD = DUPLICATE_KEY.at(Location("a.md", 4, 1), '"id" already stands on line 3')


def test_a_problem_that_only_moved_is_not_new() -> None:
    moved = DUPLICATE_KEY.at(Location("a.md", 6, 1), '"id" already stands on line 5')

    assert find_new_problems([OLD], [moved]) == ()


def test_the_same_problem_once_more_is_new() -> None:
    assert find_new_problems([OLD], [OLD, OLD]) == (OLD,)


def test_the_same_words_of_another_kind_or_in_another_file_are_new() -> None:
    kind = OWNERLESS_ITEM.at(OLD.location, OLD.message)
    file = DUPLICATE_KEY.at(Location("b.md", 4, 1), OLD.message)

    assert find_new_problems([OLD], [kind, file]) == (kind, file)


def test_what_is_known_and_does_not_occur_is_left() -> None:
    new, old, left = part_known(Counter({OLD.identity: 3}), [OLD])

    assert (new, old, left) == ((), (OLD,), Counter({OLD.identity: 2}))
