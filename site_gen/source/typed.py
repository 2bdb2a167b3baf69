"""Written maps → typed models, every problem at its own place.

The models judge the values; here their errors become findings and, where only
some keys are wrong, the rest is kept so that reading can go on.
"""

from typing import Any, TypeVar

from pydantic import ValidationError

from site_gen.findings import Finding
from site_gen.findings import key_rules as rules
from site_gen.records.model import Part
from site_gen.records.reading import Refused, Report
from site_gen.records.text import TextMap
from site_gen.source.keys import model_input
from site_gen.source.salvage import leave_out
from site_gen.source.shapes import shape_of

P = TypeVar("P", bound=Part)


def typed(value: TextMap, model: type[P], report: Report) -> P | None:
    """The model of a written map; None where what must be there is not."""
    data = model_input(value, model, report)
    try:
        return model.model_validate(data, context=report)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
    for one in errors:
        finding = _finding(one, data, model)
        if finding is not None:
            report(finding)
    leave_out(data, model, [one["loc"] for one in errors if one["loc"]])
    try:
        return model.model_validate(data, context=_say_nothing)
    except ValidationError:
        return None


def _say_nothing(finding: Finding) -> None:
    """The notices were left at the first attempt."""


def _finding(error: Any, data: dict[str, Any], model: type[Part]) -> Finding | None:
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, Refused):
        return cause.finding
    *path, last = error["loc"] or ("",)
    holder, model = _descend(data, model, path)
    if error["type"] != "missing":
        return rules.VALUE_UNREADABLE.at(holder["keys_at"].get(last, holder["where"]))
    if last in holder["keys_at"]:
        return None
    label = shape_of(model).labels.get(str(last), str(last))
    return rules.KEY_MISSING.at(holder["where"], key=label)


def _descend(
    data: dict[str, Any], model: type[Part], path: list[str | int]
) -> tuple[dict[str, Any], type[Part]]:
    """The innermost map on the way of an error, and its model."""
    value: Any = data
    for step in path:
        value = value[step]
        if isinstance(step, str):
            part = shape_of(model).by_form[step].part
            model = part or model
        if isinstance(value, dict) and "keys_at" in value:
            data = value
    return data, model
