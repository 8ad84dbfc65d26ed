"""Frozen dataclasses to and from plain JSON values. One codec for all records, driven by their type hints."""

import dataclasses
import functools
import types
import typing
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def to_json(value: Any) -> Any:
    """The value as dictionaries, lists, strings, numbers, booleans and None. Fields at their default are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: to_json(item)
            for f in dataclasses.fields(value)
            if (item := getattr(value, f.name)) != _default(f) or _default(f) is dataclasses.MISSING
        }
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {key: to_json(item) for key, item in value.items()}
    return value


def from_json(shape: type[T], data: Any) -> T:
    """The value of type `shape` that `to_json` wrote as `data`.

    shape is a dataclass, tuple[X, ...], dict[str, X], X | None, Literal[...] or a plain type.
    Raises TypeError or KeyError, naming the field, when the data do not fit.
    """
    return typing.cast(T, _decoder(typing.cast(Any, shape))(data))


def _default(field: "dataclasses.Field[Any]") -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


@functools.cache
def _decoder(shape: Any) -> Callable[[Any], Any]:
    origin, arguments = typing.get_origin(shape), typing.get_args(shape)
    if dataclasses.is_dataclass(shape):
        return _record_decoder(typing.cast(type, shape))
    if origin is tuple:
        return _tuple_decoder(arguments)
    if origin is dict:
        item = _decoder(arguments[1])
        return lambda data: {key: item(value) for key, value in data.items()}
    if origin in (typing.Union, types.UnionType):
        return _optional_decoder(arguments)
    if origin is typing.Literal:
        return _literal_decoder(arguments)
    return _plain_decoder(shape)


def _record_decoder(shape: type) -> Callable[[Any], Any]:
    @functools.cache
    def decoders() -> dict[str, Callable[[Any], Any]]:
        """Those of the fields, when the first record is decoded: records may hold records of their own kind."""
        hints = typing.get_type_hints(shape)
        return {f.name: _decoder(hints[f.name]) for f in dataclasses.fields(shape)}

    def decode(data: Any) -> Any:
        if not isinstance(data, dict):
            raise TypeError(f"{shape.__name__}: expected an object, got {type(data).__name__}")
        known, values, name = decoders(), {}, ""
        try:
            for name, item in data.items():
                values[name] = known[name](item)
        except (TypeError, KeyError, ValueError) as error:
            if name not in known:
                raise TypeError(f"{shape.__name__}: no field named {name}") from error
            raise TypeError(f"{shape.__name__}.{name}: {error}") from error
        return shape(**values)

    return decode


def _tuple_decoder(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    inner = [_decoder(argument) for argument in arguments if argument is not Ellipsis]
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        item = inner[0]
        return lambda data: tuple([item(value) for value in data])
    return lambda data: tuple([item(value) for item, value in zip(inner, data, strict=True)])


def _optional_decoder(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    inner = [a for a in arguments if a is not type(None)]
    if len(inner) == 1:
        decode = _decoder(inner[0])
        return lambda data: None if data is None else decode(data)

    def decode_any(data: Any) -> Any:
        if data is None or isinstance(data, tuple(a for a in inner if isinstance(a, type))):
            return data
        raise TypeError(f"expected one of {inner}, got {data!r}")

    return decode_any


def _literal_decoder(allowed: tuple[Any, ...]) -> Callable[[Any], Any]:
    def decode(data: Any) -> Any:
        if data not in allowed:
            raise ValueError(f"{data!r} is none of {', '.join(map(repr, allowed))}")
        return data

    return decode


def _plain_decoder(shape: Any) -> Callable[[Any], Any]:
    if shape is Any or shape is object:
        return lambda data: data

    def decode(data: Any) -> Any:
        if type(data) is shape:
            return data
        if shape is float and isinstance(data, int) and not isinstance(data, bool):
            return float(data)
        if not isinstance(data, shape) or (isinstance(data, bool) and shape is not bool):
            raise TypeError(f"expected {shape.__name__}, got {data!r}")
        return data

    return decode
