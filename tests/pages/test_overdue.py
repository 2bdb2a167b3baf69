"""What is owed is on one page: what the numbers count, with unit, day, working, contact."""

from site_gen.addresses import OVERDUE
from site_gen.corpus.places import in_order
from site_gen.docket import metrics
from site_gen.docket.metrics import Metric
from site_gen.pages.overdue import Section
from site_gen.statistics.numbers import Scope
from tests.pages.composed import Composed
from tests.pages.conftest import Make

HEAD = "---\n议题: 修渠\n时间: 2026-03-01\n---\n\n"
SESSION = "regions/jia/sessions/2026/0301-qu.md"


def sections(site: Composed) -> dict[str, Section]:
    found = site.page(OVERDUE).values["sections"]
    assert isinstance(found, tuple)
    return {section.anchor: section for section in found}


def listed(section: Section) -> set[str]:
    """The addresses of the items of a section."""
    return {row[0]["address"] for table in section.tables for row in table.rows}  # type: ignore[index,call-overload]


def counted(site: Composed, metric: Metric) -> set[str]:
    return {entry.address for entry in site.compiled.numbers.entries(metric, Scope())}


def test_every_section_lists_what_its_number_counts(example: Composed) -> None:
    found = sections(example)

    assert listed(found["overdue"]) == counted(example, metrics.OVERDUE) != set()
    assert listed(found["supporting"]) == counted(example, metrics.SUPPORTING_OVERDUE) != set()
    assert listed(found["promises"]) == counted(example, metrics.PROMISE_DUE) != set()
    assert listed(found["broken"]) == counted(example, metrics.UNFULFILLED) != set()
    for of in metrics.FAMILIES[1:]:
        anchor = of.overdue.key
        assert listed(found[anchor]) == counted(example, of.overdue) != set()
        promised = found[anchor.replace("overdue", "promises")]
        assert listed(promised) == counted(example, of.promise_due)


def test_regions_come_in_the_order_of_every_list(example: Composed) -> None:
    regions = [table.region for table in sections(example)["overdue"].tables]
    ordered = [place.name for place in in_order(example.compiled.corpus.places)]

    assert len(regions) > 2
    assert regions == [name for name in ordered if name in regions]


def test_a_row_says_who_until_when_why_and_whom_to_ask(make: Make) -> None:
    site = make({SESSION: f"{HEAD}## 建议1 清淤\n\n- 2026-03-05 交办：县水务局；会办：县财政局\n"})
    late, supporting = sections(site)["overdue"], sections(site)["supporting"]

    assert late.tables[0].rows == (
        (
            {"text": "清淤", "address": "jia/sessions/2026/0301-qu/#s1", "note": "修渠"},
            ({"text": "县水务局", "address": "jia/units/县水务局/"},),
            (
                {
                    "text": "2026年5月5日",
                    "note": "2026-03-05 交办，加 2个月（云埠州规定），到 2026-05-05",
                },
            ),
            {"text": "201 天"},
            ({"text": "县水务局，12328"},),
        ),
    )
    assert supporting.tables[0].rows[0][1] == (
        {"text": "县财政局", "address": "jia/units/县财政局/"},
    )


def test_only_those_who_did_not_answer_are_named(make: Make) -> None:
    lines = "- 2026-03-05 交办：县水务局、县财政局\n- 2026-03-09 答复：会修；单位：县水务局\n"
    site = make({SESSION: f"{HEAD}## 建议1 清淤\n\n{lines}"})

    assert sections(site)["overdue"].tables[0].rows[0][1] == (
        {"text": "县财政局", "address": "jia/units/县财政局/"},
    )


def test_what_waited_longest_comes_first(make: Make) -> None:
    items = (
        "## 建议1 近的\n\n- 2026-03-05 交办：县水务局；期限：2026-11-01\n\n"
        "## 建议2 远的\n\n- 2026-03-05 交办：县水务局；期限：2026-04-01\n"
    )
    rows = sections(make({SESSION: HEAD + items}))["overdue"].tables[0].rows

    assert [row[3] for row in rows] == [{"text": "235 天"}, {"text": "21 天"}]


def test_new_refusals_are_listed_with_their_reason_unless_it_is_withheld(make: Make) -> None:
    items = (
        "## 建议1 新的\n\n- 2026-10-05 不采纳：没有钱\n\n"
        "## 建议2 旧的\n\n- 2026-03-05 不采纳：没有钱\n\n"
        "## 建议3\n\n- 公开：不公开；原因：隐私\n- 2026-10-06 不采纳\n\n"
        "## 建议4 办不到\n\n- 2026-10-07 办结：不可行；原因：河道不许动\n"
    )
    site = make({SESSION: HEAD + items})
    cells = [row[2] for row in sections(site)["refused"].tables[0].rows]

    assert cells == [
        {"text": "没有采纳", "note": "原因：没有钱"},
        {"text": "没有采纳"},
        {"text": "办不到", "note": "原因：河道不许动"},
    ]


def test_without_any_deadline_nothing_is_said_to_be_in_time(real: Composed) -> None:
    body = real.body(OVERDUE)

    assert "现在没有可以算的期限" in body.text
    assert body.all("data-metric") == []
