"""Commands of many options: what one takes is told by the fields of a dataclass."""

import functools
import inspect
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar

T = TypeVar("T")


def options_of(shape: type[T]) -> Callable[[Callable[[T], None]], Callable[..., None]]:
    """Makes a command of a function that takes a `shape`: a frozen dataclass, each field of which is annotated as the option that it holds."""

    def command(run: Callable[[T], None]) -> Callable[..., None]:
        @functools.wraps(run)
        def called(**given: Any) -> None:
            run(shape(**given))

        hints = typing.get_type_hints(shape, include_extras=True)
        parameters = [_parameter(field, hints[field.name]) for field in fields(typing.cast(Any, shape))]
        vars(called).update(__signature__=inspect.Signature(parameters))
        called.__annotations__ = hints
        return called

    return command


def _parameter(field: "Field[Any]", hint: Any) -> inspect.Parameter:
    default = inspect.Parameter.empty if field.default is MISSING else field.default
    return inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hint)
