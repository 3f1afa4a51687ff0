"""Pictures with a palette: the same picture in fewer bytes."""

from __future__ import annotations

import struct
import zlib
from itertools import chain, product

import pytest

from scripts.small_png import chunk, shrink_png, signed

Pixels = list[list[tuple[int, int, int]]]


def picture(lines: list[bytes], *, width: int, kind: int = 2) -> bytes:
    """Return a PNG of lines that each begin with the number of their filter."""
    header = struct.pack(">IIBBBBB", width, len(lines), 8, kind, 0, 0, 0)
    return signed((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(lines))), (b"IEND", b""))


def pixels_of(shrunk: bytes) -> Pixels:
    """Return the colours of a PNG with a palette and no filters, as another program would read them."""
    at, found = 8, {}
    while at < len(shrunk):
        (length,) = struct.unpack_from(">I", shrunk, at)
        name, content = shrunk[at + 4 : at + 8], shrunk[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", shrunk, at + 8 + length)[0] == zlib.crc32(name + content)
        found[name] = content
        at += 12 + length
    width, height = struct.unpack(">II", found[b"IHDR"][:8])
    palette = [tuple(found[b"PLTE"][number : number + 3]) for number in range(0, len(found[b"PLTE"]), 3)]
    raw = zlib.decompress(found[b"IDAT"])
    return [[palette[n] for n in raw[row * (width + 1) + 1 : (row + 1) * (width + 1)]] for row in range(height)]  # type: ignore[misc]  # three bytes each


RED, BLUE, GREY = (255, 0, 0), (0, 0, 255), (7, 7, 7)


@pytest.mark.parametrize(
    "second",
    [
        bytes([0, 0, 0, 255, 7, 7, 7]),
        bytes([1, 0, 0, 255, 7, 7, 8]),
        bytes([2, 1, 0, 255, 7, 7, 8]),
        bytes([3, 129, 0, 255, 7, 7, 8]),
        bytes([4, 1, 0, 255, 7, 7, 8]),
    ],
    ids=["none", "sub", "up", "average", "paeth"],
)
def test_every_filter_is_undone(second: bytes) -> None:
    assert pixels_of(shrink_png(picture([bytes([0, *RED, *BLUE]), second], width=2))) == [[RED, BLUE], [BLUE, GREY]]


def test_transparency_is_left_out() -> None:
    assert pixels_of(shrink_png(picture([bytes([0, *RED, 255, *GREY, 255])], width=2, kind=6))) == [[RED, GREY]]


def test_many_colours_become_near_ones() -> None:
    colours = list(product(range(0, 256, 36), repeat=3))

    (line,) = pixels_of(shrink_png(picture([bytes([0, *chain.from_iterable(colours)])], width=len(colours))))

    assert len(set(line)) <= 256
    assert all(abs(a - b) <= 75 for pair in zip(colours, line, strict=True) for a, b in zip(*pair, strict=True))


@pytest.mark.parametrize("data", [b"GIF89a", picture([b"\0\0"], width=1, kind=0)])
def test_other_pictures_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"PNG|plain pictures"):
        shrink_png(data)


def test_the_check_sum_of_a_chunk_covers_its_name() -> None:
    assert chunk(b"IEND", b"") == bytes.fromhex("0000000049454e44ae426082")
