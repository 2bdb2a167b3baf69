"""Every word and every key is the same in vocabulary, documents, schema, reader and definitions.

Each list of words is looked for in every place that tells of it, and each key of a head is read,
left out and misspelt, so that no place can say what another does not.
"""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from site_gen import addresses
from site_gen.findings import Finding, Severity, Where, key_rules
from site_gen.outputs.schema import all_schemas, schema_of
from site_gen.pipeline import compile_site
from site_gen.records.actions import ACTIONS, RESULT_PARTS
from site_gen.records.kinds import Kind, Notation
from site_gen.records.model import Part, reads_of
from site_gen.records.numbers import Precision
from site_gen.records.reading import Reads, Refused
from site_gen.records.session import WRITTEN_STATES
from site_gen.records.statistic import RECONCILED
from site_gen.records.table import KINDS
from site_gen.records.text import Text
from site_gen.source import read_record
from site_gen.source.shapes import Entry, shape_of
from site_gen.vocabulary import Word, settings
from site_gen.vocabulary.fields import field
from site_gen.vocabulary.progress import Action, Result, Stage, Verdict
from site_gen.vocabulary.totals import Agreement
from tests.completeness.documents import Table, said, tables
from tests.sites.folder import SMALL, write
from tools.architecture_page import PAGE, ROOT, architecture_page
from tools.reference_pages import DOCS, pages
from tools.schema_files import files

LISTS = [words for words in Word.__subclasses__() if words.__module__.startswith("site_gen.")]
NEVER_WRITTEN: set[type[Word]] = {settings.RegionLevel, Agreement, Precision, Severity}
"""Lists of what follows from something else; nobody writes such a word."""
EVENTS, FIELDS = tables("events.md"), tables("fields.md")
SAMPLES = (
    *("说明", "2023-05-12", "建议2", "2023 parking", "https://example.org/", "3个月", "512"),
    *("513222", "每季度1次", "parking"),
)


@cache
def generated() -> dict[Path, str]:
    """Every document that is made from the tables, as it would be written now."""
    reference = {DOCS / name: text for name, text in pages().items()}
    return {**reference, **files(), PAGE: architecture_page(ROOT)}


def models(kinds: tuple[Kind, ...] = KINDS) -> Iterator[type[Part]]:
    """The models of heads and lists, with what is nested in them."""
    pending: list[type[Part]] = [kind.model for kind in kinds]
    while pending:
        model = pending.pop()
        yield model
        pending += [entry.part for entry in shape_of(model).by_form.values() if entry.part]


def entries(model: type[Part]) -> Iterator[Entry]:
    return (shape_of(model).by_form[label] for label in shape_of(model).labels.values())


def word_fields() -> dict[str, Reads]:
    """Every key of a head that takes a word of a closed list."""
    found = {
        f"{model.__name__}.{entry.key}": reads_of(model.model_fields[entry.key])
        for model in models()
        for entry in entries(model)
        if entry.part is None
    }
    return {name: reads for name, reads in found.items() if reads.words}


def enumerations(schema: object) -> Iterator[tuple[str, ...]]:
    """Every list of words in a schema."""
    if isinstance(schema, dict):
        if "enum" in schema:
            yield tuple(schema["enum"])
        for value in schema.values():
            yield from enumerations(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from enumerations(value)


@pytest.mark.parametrize("path", generated(), ids=str)
def test_every_generated_document_is_up_to_date(path: Path) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == generated()[path], "run: make docs"


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_every_word_of_a_list_is_in_the_documents(words: type[Word]) -> None:
    told = {
        (row.get("词") or row.get("动作") or row.get("结果"), row.get("英文") or row.get("键"))
        for table in (*EVENTS, *FIELDS)
        if table.under[-1] in (words.heading(), "动作表", "办结的结果", "阶段")
        for row in table.rows
    }
    missing = [word for word in words if (word.term, f"`{word.value}`") not in told]

    assert missing == ([*words] if words in NEVER_WRITTEN else [])


@pytest.mark.parametrize("name", word_fields())
def test_a_closed_list_is_the_same_in_schema_document_reader_and_complaint(name: str) -> None:
    reads = word_fields()[name]
    terms = tuple(word.term for word in reads.words)
    words = type(reads.words[0])

    assert terms in set(enumerations(all_schemas()))
    assert "、".join(terms) in {text for table in FIELDS for text in table.column("写什么")}
    notices: list[Finding] = []
    read = [reads.reader(text_of(word.term), notices.append) for word in reads.words]
    assert (read, notices) == ([*reads.words], [])
    with pytest.raises(Refused) as refused:
        reads.reader(text_of("没有这个词"), notices.append)
    assert all(word.term in str(refused.value) for word in words)


def test_only_states_that_follow_from_the_date_are_left_out_of_a_list() -> None:
    partial = {name: reads.words for name, reads in word_fields().items()}
    shortened = {name: w for name, w in partial.items() if w != tuple(type(w[0]))}

    assert shortened == {"Session.state": WRITTEN_STATES}


def test_maps_of_words_have_all_of_them() -> None:
    properties = schema_of(kind("region"))["properties"]

    assert tuple(properties["办理时限"]["properties"]) == settings.DeadlineKind.terms()
    assert Result.terms() in set(enumerations(properties["办理结果分类"]))
    assert tuple(RECONCILED) in set(enumerations(schema_of(kind("statistic"))))


def kind(key: str) -> Kind:
    return next(one for one in KINDS if one.key == key)


def text_of(written: str) -> Text:
    return Text(written, Where("a.md", 1, 1))


def nested_tables() -> Iterator[tuple[str, type[Part]]]:
    """The headings of nested keys in the order of the page, with the model each is about."""
    shown: list[type[Part]] = []

    def below(model: type[Part]) -> Iterator[tuple[str, type[Part]]]:
        for entry in entries(model):
            if entry.part and entry.part not in shown:
                shown.append(entry.part)
                yield f"“{entry.label}”里面", entry.part
                yield from below(entry.part)

    for one in KINDS:
        yield from below(one.model)


def key_tables() -> dict[str, tuple[type[Part], Table]]:
    """The model of every head and nested map, and the table about it in docs/fields.md."""
    heads = {one.term: one.model for one in KINDS}
    nested = nested_tables()
    found: dict[str, tuple[type[Part], Table]] = {}
    for table in FIELDS:
        last = table.under[-1].removesuffix("的头部")
        if last in heads:
            found[last] = heads[last], table
        elif last.endswith("里面"):
            heading, model = next(nested)
            assert heading == last
            found[f"{model.__name__}"] = model, table
    assert next(nested, None) is None
    return found


@pytest.mark.parametrize("name", key_tables())
def test_keys_are_the_same_in_document_schema_and_reader(name: str) -> None:
    model, table = key_tables()[name]
    keys = [key for cell in table.column("键") for key, _ in said(cell)]
    english = [cell.strip("`") for cell in table.column("英文")]
    must = {key for cell in table.column("键") for key, needed in said(cell) if needed}
    schema = schema_for(model)

    assert dict(zip(english, keys, strict=True)) == dict(shape_of(model).labels)
    assert list(schema["properties"]) == keys
    assert [one.strip("^$") for one in schema["patternProperties"]] == english
    assert {one["else"]["required"][0] for one in schema.get("allOf", []) if "else" in one} == must
    assert must == {entry.label for entry in entries(model) if is_required(model, entry)}


def schema_for(model: type[Part]) -> Any:
    """The schema of a model, found in that of a kind that has it."""
    for one in KINDS:
        schema = schema_of(one)
        if one.model is model:
            return schema["items"] if one.notation is Notation.LIST else schema
        if model in set(models((one,))):
            return schema["$defs"][model.owners[0]]
    raise AssertionError(model)


def is_required(model: type[Part], entry: Entry) -> bool:
    return model.model_fields[entry.key].is_required()


def smallest(model: type[Part]) -> dict[str, Any]:
    """A map with the keys that must be written, or any, each with a value that its reader takes."""
    needed = [entry for entry in entries(model) if is_required(model, entry)]
    needed += [one for one in entries(model) if one.key in model.either[:1]]
    return {one.label: value_of(model, one) for one in needed or list(entries(model))[:1]}


def value_of(model: type[Part], entry: Entry) -> Any:
    if entry.part is not None:
        inner = smallest(entry.part)
        return [inner] if entry.many else inner
    reads = reads_of(model.model_fields[entry.key])
    validator = Draft202012Validator(dict(reads.schema))
    samples = (*(word.term for word in reads.words), *SAMPLES)
    return next(text for text in samples if validator.is_valid(text) and takes(reads, text))


def takes(reads: Reads, written: str) -> bool:
    """Whether a reader takes a text without any notice."""
    notices: list[Finding] = []
    try:
        reads.reader(text_of(written), notices.append)
    except Refused:
        return False
    return notices == []


def judged(one: Kind, value: dict[str, Any]) -> tuple[list[str], bool]:
    """The codes of findings about a head, and whether the schema takes it."""
    plain = json.loads(json.dumps(value))  # words of the vocabulary are more than texts
    listed = [plain] if one.notation is Notation.LIST else plain
    text = yaml.safe_dump(listed, allow_unicode=True, default_style='"', width=1000)
    file = f"---\n{text}---\n" if one.notation is Notation.DOCUMENT else text
    _, findings = read_record(one, "lixian", "2023/a", "a.md", file.encode())
    fits = Draft202012Validator(dict(schema_of(one))).is_valid(listed)
    return [finding.code for finding in findings], fits


@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.key)
def test_the_smallest_head_is_taken_and_nothing_less(one: Kind) -> None:
    least = smallest(one.model)
    assert judged(one, least) == ([], True)
    for label in least:
        less = {key: least[key] for key in least if key != label}
        codes, fits = judged(one, less)
        assert not fits
        if less:
            needed = is_required(one.model, shape_of(one.model).by_form[label])
            assert codes == ([key_rules.KEY_MISSING.code] if needed else [])


@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.key)
def test_every_key_of_a_head_is_taken_and_no_other(one: Kind) -> None:
    least = smallest(one.model)
    for entry in entries(one.model):
        if entry.part is not None or takes_text(one.model, entry):
            value = {**least, entry.label: value_of(one.model, entry)}
            assert judged(one, value) == ([], True), entry.label
    codes, fits = judged(one, {**least, "没有这个键": "说明"})
    assert (codes, fits) == ([key_rules.KEY_UNKNOWN.code], False)


def takes_text(model: type[Part], entry: Entry) -> bool:
    """Whether a key takes any of the samples: lists and maps of values are tried elsewhere."""
    reads = reads_of(model.model_fields[entry.key])
    return any(takes(reads, text) for text in SAMPLES) or bool(reads.words)


def definitions(tmp_path: Path) -> dict[str, Any]:
    """The entries of the definitions page by their anchors."""
    compiled = compile_site(write(SMALL, tmp_path), date(2026, 11, 22))
    page = next(one for one in compiled.pages if one.address == addresses.DEFINITIONS)
    chapters: Any = page.values["chapters"]
    return {entry.anchor: entry for chapter in chapters for entry in chapter.entries}


def test_the_definitions_page_says_what_vocabulary_and_event_page_say(tmp_path: Path) -> None:
    told = definitions(tmp_path)
    then = {row["键"].strip("`"): row["之后"] for row in EVENTS[0].rows}

    for words in (Action, Stage, Result, Verdict):
        for word in words:
            entry = told[f"{words.__name__.lower()}-{word.value}"]
            assert (entry.term, entry.text) == (word.plain, word.definition)
            assert entry.official == ("" if word.plain == word.term else word.term)
    for rule in ACTIONS:
        assert told[f"action-{rule.action.value}"].notes == (f"之后：{then[rule.action.value]}",)
    for result, keys in RESULT_PARTS.items():
        labels = "、".join(field("event", key).label for key in keys)
        assert told[f"result-{result.value}"].notes == (f"必须写明：{labels}",)
