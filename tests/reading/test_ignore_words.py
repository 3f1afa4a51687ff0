from __future__ import annotations

import pytest

from mkdocs_postmortem.problems import CATALOGUE, Kind
from mkdocs_postmortem.reading.ignore_words import Fault, Wish, read_wish
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings

WORDS = vocabulary_for(Settings())


def wish(text: str) -> tuple[list[str], str]:
    """Return the codes and the reason of a comment."""
    read = read_wish(text, WORDS)
    assert isinstance(read, Wish), read
    return [kind.code for kind in read.kinds], read.reason


def fault(text: str) -> tuple[str, str]:
    """Return what is wrong with a comment, and what to do."""
    read = read_wish(text, WORDS)
    assert isinstance(read, Fault), read
    return read.message, read.hint


@pytest.mark.parametrize(
    "text",
    [
        "postmortem: ignore PM302: the vendor does it",
        "postmortem: ignore PM302 the vendor does it",
        "postmortem: ignore PM302 - the vendor does it",
        "postmortem: ignore PM302 — the vendor does it",
        "postmortem: ignore dueless-item: the vendor does it",
        "postmortem:ignore pm302:the vendor does it",
        "Postmortem: IGNORE Dueless-Item – the vendor does it -",
        "postmortem ignore PM302: the vendor does it",
        "  postmortem :  ignore\n   PM302\n   the vendor\n   does it ",
    ],
)
def test_kind_and_reason_are_divided_by_a_colon_a_dash_or_a_blank(text: str) -> None:
    assert wish(text) == (["PM302"], "the vendor does it")


@pytest.mark.parametrize(
    "kinds",
    [
        "PM302, PM301",
        "PM302,ownerless-item",
        "dueless-item PM301",
        "PM302 ownerless-item",
        "PM302 and PM301",
        "pm302; pm301",
    ],
)
def test_several_kinds_may_be_named(kinds: str) -> None:
    assert wish(f"postmortem: ignore {kinds}: the vendor does it") == (["PM302", "PM301"], "the vendor does it")


def test_a_kind_that_is_named_twice_counts_once() -> None:
    assert wish("postmortem: ignore PM302, dueless-item: vendor") == (["PM302"], "vendor")


@pytest.mark.parametrize(
    "reason", ["secret of the vendor", "unreviewed on purpose", "and why: see INC-7", "PM who left"]
)
def test_a_reason_may_begin_with_a_word_that_is_a_kind_too(reason: str) -> None:
    assert wish(f"postmortem: ignore PM302 {reason}") == (["PM302"], reason)


@pytest.mark.parametrize("reason", ["größer als nötig", "誤検知", "ложное срабатывание"])
def test_a_reason_may_be_in_any_script(reason: str) -> None:
    assert wish(f"postmortem: ignore PM302: {reason}")[1] == reason


def test_ignore_file_is_about_the_whole_document() -> None:
    here, whole = (read_wish(f"postmortem: {verb} PM302: vendor", WORDS) for verb in ("ignore", "ignore-file"))

    assert isinstance(here, Wish)
    assert isinstance(whole, Wish)
    assert (here.everywhere, whole.everywhere) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "a remark",
        "postmortem",
        "postmortem: see INC-7",
        "Postmortem drawn by Dana",
        "postmortems: ignore PM302 x",
        "postmortem ignored it",
    ],
)
def test_any_other_comment_is_the_authors_own(text: str) -> None:
    assert read_wish(text, WORDS) is None


@pytest.mark.parametrize("reason", ["", ":", " - ", ": …", ": TBD", ": x", " ...", ": 123", ": [Why]"])
def test_a_reason_is_required(reason: str) -> None:
    message, hint = fault(f"postmortem: ignore PM302, PM301{reason}")

    assert message == "no reason is given for ignoring PM302, PM301"
    assert hint == "say why, behind a colon: ignore PM302: the vendor owns the date"


def test_a_reason_is_no_essay() -> None:
    assert fault(f"postmortem: ignore PM302: {'why ' * 200}")[0] == "the reason has more than 500 characters"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("ignore duless-item: x", '"duless-item" is no kind of problem', 'did you mean "dueless-item"?'),
        ("ignore PM302, duless-item: x", '"duless-item" is no kind of problem', 'did you mean "dueless-item"?'),
        ("ignore PM3020: x", '"PM3020" is no kind of problem', 'did you mean "PM302"?'),
        (
            "ignore because the vendor does it",
            '"because" is no kind of problem',
            "write a code or a name, then the reason: ",
        ),
        ("ignore PM3: x", '"PM3" stands for many kinds of problem', "name each kind that is meant"),
        ("ignore *: x", '"*" stands for many kinds of problem', "name each kind that is meant"),
        ("ignore all: x", '"all" stands for many kinds of problem', "name each kind that is meant"),
        ("ignore", "the comment names no kind of problem", "write a code or a name: "),
        ("ignore : the vendor does it", "the comment names no kind of problem", "write a code or a name: "),
        ("ignor PM302: x", '"ignor" is not understood in this comment', 'did you mean "ignore"?'),
        ("ignore-fle PM302: x", '"ignore-fle" is not understood in this comment', 'did you mean "ignore-file"?'),
        (
            "ignore-next-line PM302 x",
            '"ignore-next-line" is not understood in this comment',
            "write ignore, or ignore-file",
        ),
        ("disable PM302 x", '"disable" is not understood in this comment', "write ignore, or ignore-file"),
    ],
)
def test_what_cannot_be_used_is_told_with_the_way_out(text: str, message: str, hint: str) -> None:
    found, advice = fault(f"postmortem: {text}")

    assert found == message
    assert advice.startswith(hint)


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=CATALOGUE)
def test_only_problems_of_files_and_of_settings_cannot_be_ignored(kind: Kind) -> None:
    text = f"postmortem: ignore {kind.code}: the vendor does it"

    if kind.code[:3] in ("PM0", "PM8"):
        assert fault(text)[0].endswith("cannot be ignored")
    else:
        assert wish(text)[0] == [kind.code]
