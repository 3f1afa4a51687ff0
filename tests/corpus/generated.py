"""Invalid documents that files cannot show well: sizes, bytes, code points and deep nesting.

Each is the valid postmortem with one thing wrong. Places count from 1; the front matter's last free line is 9.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.documents import VALID, with_front, with_line, with_section


@dataclass(frozen=True)
class Generated:
    """A document's bytes, the code and place of its one problem, and `also`: what that one brings with it."""

    name: str
    data: bytes
    code: str
    line: int = 1
    column: int = 1
    also: tuple[str, ...] = ()


def _text(name: str, text: str, code: str, line: int = 1, column: int = 1, also: tuple[str, ...] = ()) -> Generated:
    return Generated(name, text.encode(), code, line, column, also)


def _impact(name: str, text: str, code: str, line: int = 19, column: int = 1) -> Generated:
    """Return a document with this text in its Impact section, which begins on line 19."""
    return _text(name, with_section("Impact", text), code, line, column)


def _merge_bomb(levels: int) -> str:
    lines = ["x-0: &a0 {k: v}", *(f"x-{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, levels))]
    return "\n".join(lines)


def _merge_bomb_problems(levels: int) -> tuple[str, ...]:
    """Return what a merge bomb reports after its first anchor: for each level an anchor and a merge key."""
    reported = []
    for number in range(1, levels):
        line, value = 9 + number, len(f"x-{number}: ") + 1
        inside = value + len(f"&a{number} {{")
        first, second = inside + len("<<: ["), inside + len(f"<<: [*a{number - 1}, ")
        reported += [
            f"{line}:{value} PM017",
            f"{line}:{inside} PM018",
            f"{line}:{first} PM017",
            f"{line}:{second} PM017",
        ]
    return tuple(reported)


_IN_BODY = VALID.encode().index(b"About 1,200")


def _with_bytes(data: bytes) -> bytes:
    """Return the document with bytes put before "About 1,200" at 19:1."""
    return VALID.encode()[:_IN_BODY] + data + VALID.encode()[_IN_BODY:]


NESTED_BLOCK = "\n".join(f"{' ' * depth}- " for depth in range(1, 40))

GENERATED = (
    # The file
    Generated("empty-file", b"", "PM010", also=tuple(["1:1 PM201"] * 5)),
    Generated("only-line-ends", b"\n\n\n", "PM010", also=tuple(["1:1 PM201"] * 5)),
    Generated("byte-0xff", _with_bytes(b"caf\xff "), "PM003", 19, 4),
    Generated("byte-after-wide-letters", _with_bytes("äöü".encode() + b"\xc3\x28"), "PM003", 19, 4),
    Generated("overlong-slash", _with_bytes(b"\xc0\xaf"), "PM003", 19, 1),
    Generated("surrogate-in-utf8", _with_bytes(b"\xed\xa0\x80"), "PM003", 19, 1),
    Generated("utf-16-with-mark", VALID.encode("utf-16"), "PM003"),
    Generated("utf-16-without-mark", VALID.encode("utf-16-le"), "PM003"),
    Generated("utf-32-with-mark", VALID.encode("utf-32"), "PM003"),
    Generated("utf-32-without-mark", VALID.encode("utf-32-be"), "PM003"),
    Generated(
        "latin-1",
        VALID.replace("Dana raised", "Dana").replace("1,200", "1 200 \u00e9").encode("latin-1"),
        "PM003",
        19,
        13,
    ),
    Generated("byte-0xff-after-old-mac-line-ends", _with_bytes(b"\xff").replace(b"\n", b"\r"), "PM003", 19, 1),
    # Characters
    _impact("nul", "About \0 1,200", "PM004", 19, 7),
    _impact("bell", "\a About 1,200", "PM004", 19, 1),
    _impact("backspace", "About\b 1,200", "PM004", 19, 6),
    _impact("escape-code", "About \x1b[31m1,200", "PM004", 19, 7),
    _impact("vertical-tab", "About\v1,200", "PM004", 19, 6),
    _impact("form-feed", "About\f1,200", "PM004", 19, 6),
    _impact("delete", "About 1,200\x7f", "PM004", 19, 12),
    _impact("c1-control", "About \x9b31m1,200", "PM004", 19, 7),
    _impact("non-character", "About \ufffe1,200", "PM004", 19, 7),
    _impact("zero-width-space", "About\u200b1,200", "PM005", 19, 6),
    _impact("byte-order-mark-inside", "About\ufeff1,200", "PM005", 19, 6),
    _impact("right-to-left-override", "About \u202e002,1", "PM005", 19, 7),
    _impact("arabic-letter-mark", "About \u061c1,200", "PM005", 19, 7),
    _impact("tag-characters", "About \U000e00411,200", "PM005", 19, 7),
    _impact("soft-hyphen", "Ab\u00adout 1,200", "PM005", 19, 3),
    _impact("hangul-filler", "About \u31641,200", "PM005", 19, 7),
    _text("next-line-in-front-matter", with_front("trigger: a\u0085audience: public"), "PM006", 9, 11, ("9:20 PM015",)),
    _text("line-separator-in-front-matter", with_front("trigger: a\u2028 deploy"), "PM006", 9, 11),
    _text("paragraph-separator-in-front-matter", with_front("trigger: a\u2029 deploy"), "PM006", 9, 11),
    _text("no-break-space-after-opener", VALID.replace("---\n", "---\u00a0\n", 1), "PM012"),
    _text("form-feed-after-opener", VALID.replace("---\n", "---\f\n", 1), "PM012", 1, 1, ("1:4 PM004",)),
    _text("long-dash-for-opener", "\u2014" + VALID.removeprefix("---"), "PM012"),
    _text("replacement-character-after-opener", VALID.replace("---\n", "---\ufffd\n", 1), "PM012"),
    _text("zero-width-space-before-opener", "\u200b" + VALID, "PM005", 1, 1, ("1:1 PM012",)),
    _text("two-byte-order-marks", "\ufeff\ufeff" + VALID, "PM005", 1, 1, ("1:1 PM012",)),
    # Sizes
    Generated("file-of-two-mebibytes", VALID.encode() + b"log\n" * 524_288, "PM002"),
    _text("front-matter-of-65-kib", with_front("x-log: |\n" + "  line of a log\n" * 4_200), "PM022", 2, 1),
    _text("value-of-20000-characters", with_front("trigger: " + "a" * 20_000), "PM022", 9, 10, ("9:10 PM119",)),
    _text("twenty-thousand-values", with_front("x-list: [" + "a," * 20_001 + "]"), "PM022", 9, 39970),
    _text("thousand-tags", with_front("tags: [" + "a," * 1_000 + "]"), "PM119", 9, 7),
    _text("title-of-10000-characters", with_line("title:", "title: " + "a" * 10_000), "PM119", 3, 8),
    _text(
        "address-of-10000-characters", with_front("links: [https://example.org/" + "a" * 10_000 + "]"), "PM115", 9, 9
    ),
    _text("key-of-2000-characters", with_front("k" * 2_000 + ": 1"), "PM015", 9, 2_001),
    _text("integer-of-5000-digits", with_front("impact: {customers_affected: " + "9" * 5_000 + "}"), "PM103", 9, 30),
    _text("hexadecimal-number", with_front("impact: {customers_affected: 0x" + "F" * 5_000 + "}"), "PM103", 9, 30),
    _text("sexagesimal-number", with_front("impact: {customers_affected: 1" + ":59" * 5_000 + "}"), "PM103", 9, 30),
    _text("infinite-percentage", with_front("impact: {error_rate: .inf}"), "PM103", 9, 22),
    _text("number-of-1e30", with_front("impact: {customers_affected: 1e30}"), "PM103", 9, 30),
    _text(
        "five-hundred-unknown-keys",
        with_front("\n".join(f"key_{n}: 1" for n in range(500))),
        "PM102",
        2,
        1,
        tuple(f"{9 + n}:1 PM102" for n in range(20)),
    ),
    # Nesting and expansion
    _text("sequences-30000-deep", with_front("x-deep: " + "[" * 30_000), "PM021", 9, 24),
    _text("mappings-30000-deep", with_front("x-deep: " + "{a: " * 15_000), "PM021", 9, 69),
    _text("block-sequences-30000-deep", with_front("x-deep:\n  " + "- " * 30_000), "PM021", 10, 33),
    _text("block-mappings-40-deep", with_front("x-deep:\n" + NESTED_BLOCK.replace("- ", "a:")), "PM021", 25, 17),
    _text("merge-bomb", with_front(_merge_bomb(24)), "PM017", 9, 6, _merge_bomb_problems(24)),
    _text("self-alias", with_front("x-a: &a [*a]"), "PM017", 9, 6, ("9:10 PM017",)),
    # Bodies that stall Python-Markdown
    _impact("ten-thousand-brackets", "[" * 10_000, "PM024"),
    _impact("image-brackets", "![" * 5_000, "PM024"),
    _impact("bracket-pairs", "[a][" * 2_500, "PM024"),
    _impact("character-data", "<![CDATA[" * 1_000, "PM024"),
    _impact("open-tags", "<a " * 3_000, "PM024"),
    _impact("numbered-lists-inside-each-other", "1. " * 3_333, "PM024"),
    _impact("quotes-inside-each-other", "> " * 100 + "a", "PM024"),
    _impact("lists-by-indentation", "\n".join("  " * depth + "- a" for depth in range(200)), "PM024", 100),
    _impact("definitions", "a\n:   b\n" * 1_250, "PM024", 420),
    _impact("abbreviations", "*[a]: b\n" * 2_000, "PM024", 219),
    _impact("footnotes", "[^a]: b\n\n" * 2_000, "PM024", 419),
    _impact("long-line", "a" * 20_000, "PM024"),
    _impact("line-of-a-million", "a" * 1_000_000, "PM024", 10),
    _impact("five-hundred-headings", "### a\n\nb\n\n" * 501, "PM024", 2007),
    _impact("bracket-paragraph-over-many-lines", "[ a\n" * 301, "PM024", 319),
    _impact("body-of-300-kib", "word\n" * 60_000, "PM024", 10),
)
