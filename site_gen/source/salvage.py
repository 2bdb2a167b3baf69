"""What is kept of a map in which some values could not be read.

Reading goes on with the rest, so that all mistakes of a file are reported at once.
What is kept never reaches a page: a file with errors blocks publication.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic.fields import FieldInfo

from site_gen.findings import Where
from site_gen.records.model import Part
from site_gen.records.reading import Reads
from site_gen.records.text import Text
from site_gen.source.shapes import shape_of

Step = str | int
Place = tuple[Step, ...]


def leave_out(data: dict[str, Any], model: type[Part], places: Iterable[Place]) -> None:
    """Drop around each place the smallest piece that the model can do without.

    An optional key goes by itself; a required one takes the entry of a list or the
    map that holds it along, or is left blank at the top, where nothing holds it.
    """
    for place in places:
        _drop(data, model, place)
    _close_ranks(data)


def _drop(data: dict[str, Any], model: type[Part], place: Place) -> None:
    ways = list(_ways(data, model, place))
    for holder, of, step in reversed(ways):
        if isinstance(holder, list):
            holder[int(step)] = None
            return
        if of is not None and not of.model_fields[str(step)].is_required():
            holder.pop(step, None)
            return
    if len(ways) == len(place) or isinstance(place[-1], str):
        key = str(place[0])
        data[key] = _blank(model.model_fields[key], data["where"])


def _ways(data: Any, model: type[Part], place: Place) -> Iterator[tuple[Any, type[Part], Step]]:
    """Each map or list on the way to a place, its model, and the step that leads on.

    Tuples become lists, so that entries can be taken out.
    """
    value, of = data, model
    for step in place:
        if value is None:
            return
        yield value, of, step
        if isinstance(value, dict) and isinstance(value.get(str(step)), tuple):
            value[str(step)] = list(value[str(step)])
        if isinstance(step, str):
            entry = shape_of(of).by_form.get(step)
            of = entry.part if entry and entry.part else of
            value = value.get(step) if isinstance(value, dict) else None
        else:
            value = value[step]


def _close_ranks(value: Any) -> None:
    """Take out the entries that were dropped, however deep."""
    for key, inner in value.items() if isinstance(value, dict) else ():
        if type(inner) is list:  # written lists are of a class of their own
            value[key] = tuple(entry for entry in inner if entry is not None)
        for entry in value[key] if isinstance(value[key], tuple) else (inner,):
            if isinstance(entry, dict) and key != "keys_at":
                _close_ranks(entry)


def _blank(field: FieldInfo, where: Where) -> Any:
    """A value that says nothing: no entries, the first of the words, an empty text."""
    reads = next((mark for mark in field.metadata if isinstance(mark, Reads)), None)
    if reads is None:
        return ()
    return Text(reads.words[0].term if reads.words else "", where)
