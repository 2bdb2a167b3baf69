"""这些数字怎么数: every word and every number that the site uses, with what it means.

Made from the vocabulary, the event table, the metrics and the rates; the plain word first, the
official term beside it. What is added there stands here without further ado.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen import addresses
from site_gen.docket.metrics import BY_RESULT, BY_STAGE, FAMILIES, METRICS, RATES, Metric, Rate
from site_gen.language import joined, say
from site_gen.lifecycle.reference import action_table, result_table
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.view import View
from site_gen.records.numbers import Precision
from site_gen.vocabulary import Word
from site_gen.vocabulary.progress import Cause, Rating, Stage, Verdict
from site_gen.vocabulary.settings import Disclosure, SessionState, SourceNature, SuggestionType
from site_gen.vocabulary.totals import Agreement

WORDS: tuple[tuple[str, str, type[Word]], ...] = (
    ("stages", say("办到哪一步"), Stage),
    ("verdicts", say("事后复查怎么说"), Verdict),
    ("ratings", say("群众怎么评"), Rating),
    ("causes", say("为什么重新办理"), Cause),
    ("agreements", say("上报数和逐条数对得上吗"), Agreement),
    ("sources", say("记录从哪里来"), SourceNature),
    ("disclosures", say("公开多少"), Disclosure),
    ("types", say("建议有哪几种"), SuggestionType),
    ("states", say("会开了没有"), SessionState),
    ("precisions", say("上报的数有多确切"), Precision),
)
"""The closed lists that readers meet: anchor, heading, words."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One word or one number, and what it means."""

    anchor: str
    term: str
    official: str
    text: str
    notes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Anchors of what is counted in the same way elsewhere."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Words that belong together."""

    anchor: str
    title: str
    entries: tuple[Meaning, ...]


def _compose(view: View) -> Iterator[Page]:
    yield Page(
        address=addresses.DEFINITIONS,
        kind="definitions",
        section="definitions",
        title=say("这些数字怎么数"),
        description=say("每个数字数的是什么、怎么数的；每个词是什么意思，官方叫什么。"),
        template="definitions.html",
        values={
            "minimum_n": view.numbers.minimum_n,
            "chapters": tuple(_chapters()),
        },
        trail=((say("首页"), addresses.HOME),),
    )


def _chapters() -> Iterator[Chapter]:
    yield Chapter("rates", say("比率"), tuple(_rates()))
    yield Chapter("channels", say("建议、提案、社情民意都这样数"), tuple(_shared()))
    yield Chapter("metrics", say("还数些什么"), tuple(_metrics()))
    yield Chapter("actions", say("发生了什么"), tuple(_actions()))
    yield Chapter("results", say("单位给出的结果"), tuple(_results()))
    for anchor, title, words in WORDS:
        yield Chapter(anchor, title, tuple(_words(words)))


def _rates() -> Iterator[Meaning]:
    """Every rate once: what suggestions, proposals and opinions have alike stands together."""
    repeated = {metric for of in FAMILIES[1:] for metric in of.metrics}
    for rate in RATES:
        if rate.denominator not in repeated:
            yield _rate(rate)


def _rate(rate: Rate) -> Meaning:
    beside = joined("、", (metric.label for metric in rate.beside))
    alike = [other for other in RATES if other.key.endswith(f"_{rate.key}")]
    same = joined("、", (other.label for other in alike))
    told = ((say("旁边一起写出"), beside), (say("一样算的"), same))
    notes = tuple(
        say("{label}：{words}", label=label, words=words) for label, words in told if words
    )
    also = tuple(f"rate-{other.key}" for other in alike)
    return Meaning(f"rate-{rate.key}", rate.label, "", rate.definition, notes, also)


def _shared() -> Iterator[Meaning]:
    """What every channel counts, said once; those of a stage or result are explained as such."""
    elsewhere = {*BY_STAGE, *BY_RESULT, *(of.all for of in FAMILIES)}
    for first, *alike in zip(*(of.metrics for of in FAMILIES), strict=True):
        if first not in elsewhere:
            yield _metric(first, *alike)


def _metrics() -> Iterator[Meaning]:
    """Every metric that only one kind of thing has."""
    shared = {metric for of in FAMILIES for metric in of.metrics}
    totals = {of.all for of in FAMILIES}
    for metric in METRICS:
        if metric not in shared - totals:
            yield _metric(metric)


def _metric(metric: Metric, *alike: Metric) -> Meaning:
    used = [rate.label for rate in RATES if metric in (rate.numerator, rate.denominator)]
    notes = (say("用来算：{used}", used=joined("、", used)),) if used else ()
    units = joined("、", dict.fromkeys(one.unit for one in (metric, *alike)))
    anchor, *also = (f"metric-{one.key}" for one in (metric, *alike))
    text = metric.definition
    return Meaning(
        anchor, metric.label, say("单位：{units}", units=units), text, notes, tuple(also)
    )


def _actions() -> Iterator[Meaning]:
    for row in action_table():
        yield _meaning(row.action, "action", (say("之后：{then}", then=row.then),))


def _results() -> Iterator[Meaning]:
    for row in result_table():
        yield _meaning(
            row.result, "result", (say("必须写明：{parts}", parts=joined("、", row.parts)),)
        )


def _words(words: Iterable[Word]) -> Iterator[Meaning]:
    for word in words:
        yield _meaning(word, type(word).__name__.lower())


def _meaning(word: Word, prefix: str, notes: tuple[str, ...] = ()) -> Meaning:
    official = "" if word.plain == word.term else word.term
    return Meaning(f"{prefix}-{word.value}", word.plain, official, word.definition, notes)


PAGE = PageKind("definitions", say("这些数字怎么数"), _compose)
