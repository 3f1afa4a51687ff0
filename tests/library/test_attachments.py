"""Which files beside the documents join the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_postmortem.library.attachments import (
    LARGEST_ATTACHMENT,
    LARGEST_DRAWING,
    PICTURES,
    PUBLISHED,
    find_attachment_fault,
    find_drawing_fault,
)
from tests.projects import PNG, SVG


def fault_of(folder: Path, name: str, data: bytes | str = PNG) -> str:
    """Return why a file of this name and content cannot join the site."""
    path = folder / "file"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return find_attachment_fault(path, name)


def drawing(content: str = "", attributes: str = "", before: str = "") -> str:
    """Return an SVG with this content."""
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg"{attributes}>{content}</svg>'


@pytest.mark.parametrize("ending", [ending for ending in PUBLISHED if ending != "svg"])
def test_pictures_texts_and_pdf_are_published(ending: str, tmp_path: Path) -> None:
    assert fault_of(tmp_path, f"2026/graph.{ending}", "14:05 failed") == ""
    assert fault_of(tmp_path, f"GRAPH.{ending.upper()}", "14:05 failed") == ""


@pytest.mark.parametrize(
    "name",
    ["x.html", "x.htm", "x.xhtml", "x.js", "x.mjs", "x.css", "x.xml", "x.zip", "x.svgz", "x", "x.png.html", "x.md"],
)
def test_nothing_else_is(name: str, tmp_path: Path) -> None:
    assert fault_of(tmp_path, name).startswith("is of a type that is not published")


@pytest.mark.parametrize("name", [".secret/x.png", ".x.png", "2026/x?.png", "a\nb.png", "con.png", "-x.png", "x .png"])
def test_hidden_files_and_names_that_are_no_address_are_not(name: str, tmp_path: Path) -> None:
    assert fault_of(tmp_path, name).startswith("cannot be published: ")


def test_a_file_over_ten_mebibytes_is_not(tmp_path: Path) -> None:
    with (tmp_path / "x.png").open("wb") as file:
        file.truncate(LARGEST_ATTACHMENT + 1)
    assert find_attachment_fault(tmp_path / "x.png", "x.png") == "is not published: it is larger than 10 MiB"


@pytest.mark.parametrize(
    "beginning", ["<!DOCTYPE html>", "<script>", "\n \n<html>", "<?xml version='1.0'?>", "</p>", "<b"]
)
def test_a_text_that_browsers_could_take_for_a_page_is_not(beginning: str, tmp_path: Path) -> None:
    assert fault_of(tmp_path, "x.log", beginning) == "is not published: it begins like a page of HTML"


@pytest.mark.parametrize("beginning", ["<13>Mar  1 14:05:00 node kernel: full", "< a", "{}", ""])
def test_a_log_that_begins_with_an_angle_bracket_is_a_log(beginning: str, tmp_path: Path) -> None:
    assert fault_of(tmp_path, "x.log", beginning) == ""


def test_a_file_that_is_gone_or_a_folder_is_said_to_be_unreadable(tmp_path: Path) -> None:
    assert find_attachment_fault(tmp_path / "gone.png", "gone.png") == "cannot be read: No such file or directory"
    assert find_attachment_fault(tmp_path, "x.svg") == "cannot be read: it is not a regular file"


@pytest.mark.parametrize(
    "svg",
    [
        SVG,
        drawing('<defs><linearGradient id="a"/></defs><g><use href="#a"/></g><style>text { fill: red }</style>'),
        drawing('<image href="data:image/png;base64,AA=="/>', ' xmlns:xlink="http://www.w3.org/1999/xlink"'),
        drawing("<filter><feGaussianBlur/></filter>", ' data-on="x"'),
        drawing("<metadata><r:RDF/></metadata>", ' xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'),
        drawing(
            before='<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">'
        ),
    ],
)
def test_a_drawing_that_only_draws_is_published(svg: str) -> None:
    assert find_drawing_fault(svg.encode()) == ""


@pytest.mark.parametrize(
    ("svg", "reason"),
    [
        (drawing("<script>alert(1)</script>"), "holds the element script"),
        (drawing('<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>'), "holds the element script"),
        (drawing('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'), "foreignObject"),
        (drawing('<h:script xmlns:h="http://www.w3.org/1999/xhtml">x</h:script>'), "holds the element script"),
        (drawing(attributes=' onload="alert(1)"'), "holds the handler onload"),
        (drawing('<path ONCLICK="alert(1)"/>'), "holds the handler onclick"),
        (drawing('<a href="javascript:alert(1)"/>'), "holds the element a"),
        (drawing('<use href="https://evil.example/x.svg#a"/>'), "leads out of itself"),
        (drawing('<image href="data:image/svg+xml,%3Csvg/%3E"/>'), "leads out of itself"),
        (
            drawing('<image x:href="//evil.example/x"/>', ' xmlns:x="http://www.w3.org/1999/xlink"'),
            "leads out of itself",
        ),
        (drawing(attributes=' xml:base="https://evil.example/"'), "leads out of itself"),
        (drawing('<set attributeName="onload" to="alert(1)"/>'), "holds the element set"),
        (drawing("<animate/>"), "holds the element animate"),
        (drawing(before='<?xml-stylesheet href="data:text/xsl,x"?>'), "holds the instruction xml-stylesheet"),
        (drawing("&x;", before='<!DOCTYPE svg [<!ENTITY x "<script/>">]>'), "defines entities"),
        (drawing(before='<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'), "defines entities"),
        ("<html><script>alert(1)</script></html>", "holds the element html"),
        ("<svg><script>alert(1)</script></svg>", "holds the element svg"),
        ("<svg", "not well-formed"),
        ("", "not well-formed"),
    ],
)
def test_a_drawing_that_a_browser_could_run_is_not(svg: str, reason: str) -> None:
    assert reason in find_drawing_fault(svg.encode())


def test_a_drawing_in_utf_16_is_read_as_what_it_is() -> None:
    assert "script" in find_drawing_fault(drawing("<script/>", before='<?xml version="1.0"?>').encode("utf-16"))


def test_a_drawing_nested_without_end_is_read_to_its_limit(tmp_path: Path) -> None:
    assert find_drawing_fault(drawing("<g>" * 100_000 + "</g>" * 100_000).encode()) == ""
    assert fault_of(tmp_path, "x.svg", b" " * (LARGEST_DRAWING + 1)) == "is not published: drawings may have 1 MiB"


def test_every_picture_is_published() -> None:
    assert set(PICTURES) < set(PUBLISHED)
