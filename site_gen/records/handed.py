"""Values of which very many are handed from one process to another."""

from typing import Any


class Handed:
    """A frozen value that is made again from its fields where it arrives.

    The usual way, which asks for the names of the fields of each value anew, takes four times as
    long.
    """

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()
    """The fields in order; told by ``dataclass``."""

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple([getattr(self, field) for field in self.__match_args__])
