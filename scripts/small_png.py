"""Pictures of screens as small PNG files: one byte a pixel and a palette of at most 256 colours.

A screen of text has few colours that matter. Those that are frequent stay as they are, the others become the nearest.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import chain, count

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = 256
_CHANNELS = {2: 3, 6: 4}
"""Bytes a pixel by PNG's colour type: RGB and RGBA."""

Colour = tuple[int, int, int]


def shrink_png(data: bytes) -> bytes:
    """Return the picture with a palette. Raises ValueError for anything but RGB or RGBA of 8 bits, not interlaced."""
    chunks = list(_chunks(data))
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if depth != 8 or kind not in _CHANNELS or interlaced:  # noqa: PLR2004  # bits
        raise ValueError("only plain pictures of 8 bits a channel are read")
    packed = b"".join(content for name, content in chunks if name == b"IDAT")
    lines = list(_lines(zlib.decompress(packed), width, height, _CHANNELS[kind]))
    palette, nearest = _palette(Counter(chain.from_iterable(lines)))
    rows = b"".join(b"\0" + bytes(map(nearest.__getitem__, line)) for line in lines)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    colours = bytes(chain.from_iterable(palette))
    return signed((b"IHDR", header), (b"PLTE", colours), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))


def signed(*chunks: tuple[bytes, bytes]) -> bytes:
    """Return a PNG of these chunks."""
    return _SIGNATURE + b"".join(chunk(name, content) for name, content in chunks)


def chunk(name: bytes, content: bytes) -> bytes:
    """Return a chunk with its length and its check sum."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of every chunk."""
    if not data.startswith(_SIGNATURE):
        raise ValueError("this is no PNG")
    at = len(_SIGNATURE)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _lines(raw: bytes, width: int, height: int, size: int) -> Iterator[list[Colour]]:
    """Yield the colours of every line; `size` is the number of bytes a pixel, of which a fourth is left out."""
    span, before = width * size, bytearray(width * size)
    for number in range(height):
        start = number * (span + 1)
        before = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + span]), before, size)
        yield list(zip(before[0::size], before[1::size], before[2::size], strict=True))


def _unfiltered(kind: int, line: bytearray, above: bytearray, size: int) -> bytearray:
    """Return a line's bytes from its filtered ones and the line above. Source: PNG specification, section 9.2."""
    for at in range(len(line)):
        left, up = (line[at - size] if at >= size else 0), above[at]
        if kind == 1:
            line[at] = line[at] + left & 255
        elif kind == 2:  # noqa: PLR2004  # the numbers of the specification
            line[at] = line[at] + up & 255
        elif kind == 3:  # noqa: PLR2004
            line[at] = line[at] + (left + up >> 1) & 255
        elif kind == 4:  # noqa: PLR2004
            line[at] = line[at] + _paeth(left, up, above[at - size] if at >= size else 0) & 255
    return line


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))


def _palette(frequencies: Counter[Colour]) -> tuple[list[Colour], dict[Colour, int]]:
    """Return at most 256 colours, and the number of the nearest one for every colour of the picture.

    The most frequent come first; one too near to another is left to it, and how near that is grows until all fit.
    """
    ordered = [colour for colour, _ in frequencies.most_common()]
    for near in count():
        palette: list[Colour] = []
        for colour in ordered:
            if not any(_distance(colour, other) < near * near for other in palette):
                palette.append(colour)
            if len(palette) > _COLOURS:
                break
        else:
            return palette, {colour: _nearest(colour, palette) for colour in ordered}
    raise AssertionError("one colour always fits")


def _nearest(colour: Colour, palette: list[Colour]) -> int:
    return min(range(len(palette)), key=lambda number: _distance(colour, palette[number]))


def _distance(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
