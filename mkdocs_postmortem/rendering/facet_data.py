"""The data that scripts read, as JSON inside of a page: facets, columns and words of a list."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from mkdocs_postmortem.rendering.environment import Link
from mkdocs_postmortem.views.facet_table import FacetColumn, FacetTable, FacetValue, SortColumn
from mkdocs_postmortem.words.catalogue import Words

# No script element: Material's instant navigation runs every script of a page, whatever its type.
DATA_PLACE = '<template class="pm-data"></template>'
"""What stands on a page until its data comes: plugins that read pages as text shall not read thousands of rows."""
_UNSAFE = str.maketrans({"<": "\\u003c", "&": "\\u0026"})


def put_data(html: str, table: FacetTable, link: Link) -> str:
    """Return the page with the table's data in its place; a page without the place stays as it is."""
    opening, _, closing = DATA_PLACE.partition("></")
    return html.replace(DATA_PLACE, f"{opening}>{render_data(table, link)}</{closing}", 1)


def render_data(table: FacetTable, link: Link) -> str:
    """Return the table as JSON on one line that means the same inside of HTML: it holds no `<` and no `&`."""
    data = {
        "kind": table.kind,
        "today": table.today,
        "live": table.is_live,
        "ageing": asdict(table.ageing) if table.ageing else None,
        "facets": [_facet(column, link) for column in table.facets],
        **_columns(table, link),
        "searched": table.searched,
        "sorts": [_sort(column) for column in table.sorts],
        "where": table.where,
        "sort": table.sort,
        "words": _words(table.words, table.word_keys),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_UNSAFE)


def _columns(table: FacetTable, link: Link) -> dict[str, Any]:
    """Return the columns of the rows, and of their parents where they have any."""
    addresses = {"address": [link(target) for target in table.targets]}
    if table.parents is None:
        return {"columns": {**table.columns, **addresses}}
    return {
        "columns": table.columns,
        "parents": table.parents,
        "shared": {**table.shared, **addresses},
        "offsets": table.offsets,
        "lookups": table.lookups,
    }


def _facet(column: FacetColumn, link: Link) -> dict[str, Any]:
    """Return a facet; a cell with one value is a number, one with none or several is a list."""
    cells = [cell[0] if len(cell) == 1 else cell for cell in column.cells]
    values = [_value(value, link) for value in column.values]
    stated = {"key": column.key, "title": column.title, "values": values}
    if column.scale:
        scale = {"column": column.scale.column, "bounds": column.scale.bounds, "isPast": column.scale.is_past}
        return {**stated, "scale": scale}
    return {**stated, "cells": cells, "shared": column.is_shared}


def _value(value: FacetValue, link: Link) -> dict[str, str]:
    address = link(value.target) if value.target else ""
    stated = {"name": value.name, "label": value.label, "style": value.style, "address": address}
    return {key: text for key, text in stated.items() if text}


def _sort(column: SortColumn) -> dict[str, Any]:
    return {
        "key": column.key,
        "title": column.title,
        "heading": column.heading,
        "column": column.column,
        "facet": column.facet,
        "byName": column.by_name,
        "falling": column.falling,
        "then": column.then,
        "otherwise": column.otherwise,
    }


def _words(words: Words, keys: Mapping[str, str]) -> dict[str, str | list[str]]:
    """Return the words by the names of the scripts: a text, or its forms for one and for other counts."""
    forms = {name: [words.pattern(key, 1), words.pattern(key)] for name, key in keys.items()}
    return {name: one if one == other else [one, other] for name, (one, other) in forms.items()}
