"""The docstrings below the fields of a class, which describe them in JSON Schemas.

Pydantic's `use_attribute_docstrings` does the same at every start, for every class: it reads and parses our source,
which took a tenth of a short check. Here it is done when a schema is asked for.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from textwrap import dedent

from pydantic import BaseModel


@cache
def describe_fields(model: type[BaseModel]) -> dict[str, str]:
    """Return the docstrings below the fields of a class and of those that it inherits from, by field."""
    classes = [base for base in reversed(model.__mro__) if issubclass(base, BaseModel) and base is not BaseModel]
    return {name: text for base in classes for name, text in _described_in(base)}


def _described_in(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    try:
        source = inspect.getsource(model)
    except OSError:  # Installed without sources.
        return
    (written,) = ast.parse(dedent(source)).body
    for field, below in pairwise(ast.iter_child_nodes(written)):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            text = ast.literal_eval(below.value)
            yield field.target.id, inspect.cleandoc(text)
