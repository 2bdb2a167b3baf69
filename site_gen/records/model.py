"""The base of all models of records, and the field types they share."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict, SkipValidation
from pydantic.fields import FieldInfo

from site_gen.findings import Where
from site_gen.records import dates, names, numbers, written
from site_gen.records.reading import Reads, read_text, word_reader
from site_gen.records.text import Text
from site_gen.vocabulary import Word, settings


def word(words: Any, *only: Word) -> Reads:
    """The annotation of a field that takes one word of a closed list.

    ``only`` are those that may be written where the others follow from something else; the reader
    takes them all, so that a check can say why.
    """
    allowed = only or tuple(words)
    return Reads(word_reader(words), written.word(allowed), allowed)


def reads_of(info: FieldInfo) -> Reads:
    """How the value of a field is read; StopIteration for what is nested."""
    return next(_reads((info.annotation, *info.metadata)))


def _reads(annotations: Iterable[object]) -> Iterator[Reads]:
    for one in annotations:
        if isinstance(one, Reads):
            yield one
        else:
            yield from _reads((*get_args(one), *getattr(one, "__metadata__", ())))


Line = Annotated[Text, Reads(read_text, written.TEXT)]
Moment = Annotated[dates.PartialDate, Reads(dates.read_moment, written.MOMENT)]
Day = Annotated[dates.PartialDate, Reads(dates.read_date, written.DATE)]
AsOf = Annotated[dates.PartialDate | None, Reads(dates.read_as_of, written.AS_OF)]
FullDay = Annotated[dates.PartialDate, Reads(dates.read_full_date, written.FULL_DATE)]
Span = Annotated[dates.Period, Reads(dates.read_period, written.PERIOD)]
NameList = Annotated[tuple[Text, ...], Reads(names.read_names, written.NAMES)]
Language = Annotated[Text, Reads(names.read_language, written.LANGUAGE_CODE)]
LanguageList = Annotated[tuple[Text, ...], Reads(names.read_languages, written.LANGUAGE_CODES)]
SuggestionNumbers = Annotated[tuple[Text, ...], Reads(names.read_suggestions, written.NAMES)]
References = Annotated[
    tuple[names.Reference, ...], Reads(names.read_references, written.REFERENCES)
]
Topic = Annotated[names.Reference, Reads(names.read_topic, written.TOPIC)]
Address = Annotated[Text, Reads(names.read_address, written.ADDRESS)]
VillageName = Annotated[names.Village, Reads(names.read_village, written.VILLAGE)]
Translated = Annotated[names.Localised, Reads(names.read_localised, written.LOCALISED)]
Proof = Annotated[names.Evidence, Reads(names.read_evidence, written.EVIDENCE)]
Ballots = Annotated[Mapping[str, numbers.Figure], Reads(numbers.read_count_map, written.COUNTS)]
Reported = Annotated[numbers.Figure, Reads(numbers.read_figure, written.FIGURE)]
Whole = Annotated[int, Reads(numbers.read_count, written.COUNT)]
Positive = Annotated[int, Reads(numbers.read_positive, written.POSITIVE)]
Meets = Annotated[numbers.Frequency, Reads(numbers.read_frequency, written.FREQUENCY)]
YesOrNo = Annotated[settings.YesNo, word(settings.YesNo)]


class Part(BaseModel):
    """A map in a record: immutable, unknown keys refused, and it knows its place.

    ``owners`` name the rows of the vocabulary that its keys come from.
    ``keys_at`` is where each written key stands.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)
    owners: ClassVar[tuple[str, ...]] = ()
    plain_value: ClassVar[str] = ""
    """The key that a bare text stands for, where one may be written instead of the map."""
    either: ClassVar[tuple[str, ...]] = ()
    """Keys of which at least one has to be written; a check says so."""

    where: SkipValidation[Where]
    keys_at: SkipValidation[Mapping[str, Where]] = {}

    def at(self, key: str) -> Where:
        """The place of a key, or of the whole where it is not written."""
        return self.keys_at.get(key, self.where)


class Source(Part):
    """来源: where a record was compiled from."""

    owners: ClassVar[tuple[str, ...]] = ("source",)
    plain_value: ClassVar[str] = "title"

    title: Line
    publisher: Line | None = None
    date: Day | None = None
    url: Address | None = None
    nature: Annotated[settings.SourceNature, word(settings.SourceNature)] = (
        settings.SourceNature.PRESS
    )


class TakenDown(Part):
    """撤下: when and why the content of a record was taken off the site."""

    owners: ClassVar[tuple[str, ...]] = ("taken_down",)

    date: Day
    reason: Line


class PersonalException(Part):
    """个人信息例外: something that looks personal and was approved to be public."""

    owners: ClassVar[tuple[str, ...]] = ("personal_exception",)

    fragment: Line
    """Its masked form, as the finding shows it: what is allowed is not written a second time."""
    reason: Line
    approved_by: Line


class Contact(Part):
    """联系: whom to ask."""

    owners: ClassVar[tuple[str, ...]] = ("contact",)
    plain_value: ClassVar[str] = "telephone"

    telephone: Line | None = None
    address: Line | None = None
    email: Line | None = None
    name: Line | None = None


class Head(Part):
    """What every record may carry, whatever its kind."""

    owners: ClassVar[tuple[str, ...]] = ("record",)

    source: Source | None = None
    taken_down: TakenDown | None = None
    personal_exceptions: tuple[PersonalException, ...] = ()

    @property
    def is_compiled(self) -> bool:
        """Whether it was compiled from public reports: no clock, in no rate."""
        return self.source is not None and self.source.nature is settings.SourceNature.PRESS
