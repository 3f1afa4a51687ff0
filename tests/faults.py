"""Catching what a validator of the model refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pydantic_core import PydanticCustomError


def refused(parse: Callable[..., Any], *arguments: Any) -> tuple[str, str, str]:
    """Return the problem name, message and hint with which `parse` refuses its arguments."""
    with pytest.raises(PydanticCustomError) as caught:
        parse(*arguments)
    context = caught.value.context or {}
    return caught.value.type, context["message"], context["hint"]


def refused_as(parse: Callable[..., Any], *arguments: Any) -> str:
    """Return the problem name with which `parse` refuses its arguments."""
    return refused(parse, *arguments)[0]
