"""Whatever the site counts or calls by a name is defined, at an address of its own."""

from site_gen.addresses import DEFINITIONS
from site_gen.docket.metrics import FAMILIES, METRICS, RATES
from site_gen.vocabulary.progress import Action, Result, Stage, Verdict
from site_gen.vocabulary.totals import Agreement
from tests.pages.composed import Composed


def test_every_metric_rate_and_word_has_an_entry(example: Composed) -> None:
    anchors = example.body(DEFINITIONS).all("id")
    divided = {one for of in FAMILIES for one in (*of.by_stage, *of.by_result)}
    told = {metric.key for metric in METRICS if metric not in divided}
    wanted = {f"metric-{key}" for key in told} | {f"rate-{rate.key}" for rate in RATES}
    for words in (Action, Result, Stage, Verdict, Agreement):
        wanted |= {f"{words.__name__.lower()}-{word.value}" for word in words}

    assert wanted <= set(anchors)
    assert len(anchors) == len(set(anchors))


def test_the_plain_word_comes_first_and_the_official_one_beside_it(example: Composed) -> None:
    text = example.body(DEFINITIONS).text

    assert "交给单位处理（交办）" in text
    assert "查过，又变回去了（反弹）" in text
    assert "必须写明：计划、承诺" in text


def test_the_minimum_is_that_of_the_site(example: Composed) -> None:
    assert "不到 10 条的，不写百分比" in example.body(DEFINITIONS).text
