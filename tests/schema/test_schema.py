"""The schemas themselves: sound, complete, made from the tables, up to date, for any kind."""

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Annotated, Any, ClassVar

import pytest
from jsonschema import Draft202012Validator

from site_gen.outputs.schema import all_schemas, editor_settings, schema_files, schema_of
from site_gen.records.kinds import Kind, Notation
from site_gen.records.model import Day, Head, Line, NameList, Part, Translated, reads_of, word
from site_gen.records.table import KINDS
from site_gen.source.shapes import shape_of
from site_gen.vocabulary import settings
from site_gen.vocabulary.fields import Field, fields_of
from tests.schema.heads import BY_KEY, complaints, validator
from tools.schema_files import FOLDER, files


def models(kind: Kind) -> Iterator[tuple[type[Part], Any]]:
    """The model of a kind and those nested in it, each with its schema."""
    schema = schema_of(kind)
    listed = kind.notation is Notation.LIST
    pending: list[tuple[type[Part], Any]] = [(kind.model, schema["items"] if listed else schema)]
    while pending:
        model, found = pending.pop()
        yield model, found
        parts = [entry.part for entry in shape_of(model).by_form.values() if entry.part]
        pending += [(part, schema["$defs"][part.owners[0]]) for part in parts]


def rows(model: type[Part]) -> list[Field]:
    return [row for row in fields_of(*model.owners) if row.key in model.model_fields]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_schema_is_a_schema(kind: Kind) -> None:
    Draft202012Validator.check_schema(dict(schema_of(kind)))


def test_so_is_the_document_with_all_of_them() -> None:
    document = all_schemas()

    Draft202012Validator.check_schema(dict(document))
    assert list(document["$defs"]) == [kind.key for kind in KINDS]


@pytest.mark.parametrize("key", ["session", "unit"])
def test_a_kind_is_found_in_the_document_by_its_address(key: str) -> None:
    whole = Draft202012Validator({**all_schemas(), "$ref": f"{key}.json"})
    good = {"session": {"议题": "修路", "来源": "报道"}, "unit": [{"名称": "县财政局"}]}

    assert whole.is_valid(good[key])
    assert not whole.is_valid([{"议题": "修路"}])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_properties_are_the_labels_of_the_vocabulary_in_their_order(kind: Kind) -> None:
    for model, schema in models(kind):
        assert list(schema["properties"]) == [row.label for row in rows(model)]
        assert list(schema["patternProperties"]) == [f"^{row.key}$" for row in rows(model)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_property_says_what_it_is_in_chinese(kind: Kind) -> None:
    for model, schema in models(kind):
        for row in rows(model):
            said = schema["properties"][row.label]
            assert said["title"] == row.label
            assert row.definition in said["description"]
            assert row.plain == row.label or row.plain in said["description"]
            assert re.search("[一-鿿]", said["description"])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_closed_list_is_complete(kind: Kind) -> None:
    for model, schema in models(kind):
        for row in rows(model):
            if shape_of(model).by_form[row.label].part is None:
                allowed = reads_of(model.model_fields[row.key]).words
                found = schema["properties"][row.label].get("anyOf", [{}])[0].get("enum", [])
                assert not allowed or found == [one.term for one in allowed]
                for one in allowed:
                    assert Draft202012Validator(schema["properties"][row.label]).is_valid(one.value)


def test_words_are_explained() -> None:
    form = schema_of(BY_KEY["session"])["properties"]["形式"]["anyOf"][0]
    said = dict(zip(form["enum"], form["enumDescriptions"], strict=True))

    assert said["院坝协商"] == "院坝里开的协商会"
    assert set(said) == set(settings.Form.terms())


def test_english_keys_are_accepted_and_not_proposed() -> None:
    english = (
        "title: 修路\nheld: 2023-05\norigin: public\nsource: {title: 某文, url: 'https://a.cn/'}"
    )

    assert complaints(BY_KEY["session"], english) == []
    assert "title" not in schema_of(BY_KEY["session"])["properties"]


@pytest.mark.parametrize("text", ["时间: 2023\n", "held: 2023\n"])
def test_what_must_be_written_may_be_in_either_language_but_not_missing(text: str) -> None:
    assert complaints(BY_KEY["session"], f"议题: 修路\n{text}") == []
    assert complaints(BY_KEY["session"], f"title: 修路\n{text}") == []
    assert "议题" in complaints(BY_KEY["session"], text)[0]


def test_texts_stand_for_maps_where_they_may() -> None:
    assert complaints(BY_KEY["session"], "议题: 修路\n来源: 某文\n") == []
    assert complaints(BY_KEY["region"], "名称: 理县\n联系: 12345\n") == []
    assert complaints(BY_KEY["session"], "议题: 修路\n时间: 2023\n撤下: 有误\n") != []


def test_what_holds_unless_written_is_said_but_not_filled_in() -> None:
    nature = schema_of(BY_KEY["session"])["properties"]["履职"]

    assert nature["description"].endswith("不写就是 协商")
    assert "default" not in nature


class Bridge(Head):
    """A made-up kind: its keys are those of other kinds, its values of several types."""

    owners: ClassVar[tuple[str, ...]] = ("case", "record")
    either: ClassVar[tuple[str, ...]] = ("date", "place")

    title: Translated
    date: Day | None = None
    place: Line | None = None
    themes: NameList = ()
    summary: Annotated[settings.Origin | None, word(settings.Origin)] = None


BRIDGE = Kind("bridge", "桥", "bridges/<year>/<name>.yaml", Notation.LIST, Bridge)


def test_a_new_kind_has_a_schema_a_file_and_a_place_in_the_settings() -> None:
    schema = Draft202012Validator(dict(schema_of(BRIDGE)))
    kinds = (*KINDS, BRIDGE)

    assert schema.is_valid([{"标题": "石桥", "日期": 2023, "摘要": "群众出题", "来源": "报道"}])
    assert not schema.is_valid([{"标题": "石桥"}])
    assert not schema.is_valid([{"标题": "石桥", "地点": "石桥村", "摘要": "群众"}])
    assert "封面" not in schema_of(BRIDGE)["items"]["properties"]
    assert "bridge.json" in schema_files(kinds)
    assert '"./s/bridge.json": [\n      "**/bridges/*/*.yaml"' in editor_settings("./s", kinds)


def test_settings_lead_every_yaml_file_to_its_schema() -> None:
    mapping = json.loads(editor_settings("./docs/schema"))["yaml.schemas"]
    paths = {
        "content/site.yaml": "site",
        "examples/wuli/vocabulary.yaml": "vocabulary",
        "content/regions/lixian/region.yaml": "region",
        "content/regions/lixian/units.yaml": "unit",
        "content/regions/lixian/platforms.yaml": "platform",
        "content/regions/lixian/statistics/2023-h1.yaml": "statistic",
        "content/regions/lixian/plans/2023.yaml": "plan",
        "content/regions/lixian/reviews/2023/1120-pingyi.yaml": "review",
    }

    for path, key in paths.items():
        found = [file for file, globs in mapping.items() if any(fnmatch(path, g) for g in globs)]
        assert found == [f"./docs/schema/{key}.json"], path
    assert len(mapping) == len(paths)


def test_the_files_of_the_project_are_up_to_date(project_root: Path) -> None:
    there = {path.relative_to(project_root) for path in (project_root / FOLDER).iterdir()}

    assert there == {path for path in files() if path.parent == FOLDER}
    for path, text in files().items():
        assert (project_root / path).read_text(encoding="utf-8") == text, "run: make docs"


def test_a_schema_that_cannot_refuse_is_noticed() -> None:
    assert not validator("session").is_valid({"议题": "修路", "时间": "昨天"})
    assert validator("session").is_valid({"议题": "修路", "时间": "2023"})
