"""Thousands of ordinary records are let pass: refusing what is harmless is a defect too."""

from collections.abc import Callable, Sequence
from random import Random

from site_gen.findings import Severity
from site_gen.privacy import personal

RECORDS = 2000
_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def _number(random: Random, length: int) -> str:
    return "".join(random.choices("0123456789", k=length))


def _day(random: Random, between: str = "-") -> str:
    year, month, day = random.randint(2018, 2026), random.randint(1, 12), random.randint(1, 28)
    return f"{year}{between}{month:02}{between}{day:02}"


def _figures(random: Random) -> str:
    each = [str(random.choice((random.randint(1, 99), random.randint(100, 99999)))) for _ in "abc"]
    return random.choice("、，/").join(each)


PHRASES: Sequence[Callable[[Random], str]] = (
    lambda random: (
        f"办公电话0{random.randint(310, 999)}-{random.randint(2, 8)}{_number(random, 6)}"
    ),
    lambda random: f"电话（0{random.randint(310, 999)}）{random.randint(2, 8)}{_number(random, 6)}",
    lambda random: f"拨打12345、12348或{random.choice(('12328', '96122', '95598'))}",
    lambda random: (
        f"统一社会信用代码：11{_number(random, 6)}{''.join(random.choices(_LETTERS, k=10))}"
    ),
    lambda random: f"国办秘函〔{random.randint(2015, 2026)}〕{random.randint(1, 400)}号",
    lambda random: (
        f"投入{random.randint(1, 9999)}.{random.randint(1, 99)}万元，受益{_number(random, 3)}户"
    ),
    lambda random: f"{random.randint(1000, 99999999):,}元",
    lambda random: f"地点在南屏街{random.randint(1, 999)}号{random.randint(1, 20)}单元电梯",
    lambda random: f"三组院坝，{random.randint(1, 30)}栋和{random.randint(31, 60)}栋之间",
    lambda random: (
        f"来电人1{random.randint(30, 99)}****{_number(random, 4)}，{_number(random, 4)}年"
    ),
    lambda random: f"证件{random.randint(11, 65)}*************{_number(random, 3)}",
    lambda random: f"{_day(random)}至{_day(random, '.')}，{_day(random, '/')} 19:30",
    lambda random: f"数量：{_figures(random)}",
    lambda random: f"| {_number(random, 3)} | {_number(random, 4)} | {_number(random, 4)} |",
    lambda random: f"京ICP备{_number(random, 8)}号、粤B2-{_day(random, '')}",
    lambda random: (
        f"http://www.abazhou.gov.cn/abazhou/c1019{_number(random, 2)}/{_day(random, '')[:6]}/"
        f"{''.join(random.choices('0123456789abcdef', k=32))}.shtml"
    ),
    lambda random: f"G{random.randint(1, 999)}国道K{random.randint(1, 3000)}+{_number(random, 3)}",
    lambda random: f"邮箱{random.choice(('bgs', 'xinfang', 'office'))}@lixian.gov.cn",
    lambda random: f"招标编号 SCZB-{_day(random, '')}-{_number(random, 3)}",
    lambda random: f"第{random.randint(1, 300)}号提案，{random.randint(1, 40)}人附议",
)


def _record(random: Random) -> str:
    lines = "\n".join(f"- {_day(random)} 答复：{phrase(random)}" for phrase in PHRASES)
    return f"---\n议题: 石桥村公路\n时间: {_day(random)}\n---\n\n## 建议1 修路\n\n{lines}\n"


def test_ordinary_records_pass() -> None:
    random = Random(20230512)
    texts = [_record(random) for _ in range(RECORDS)]
    found = [
        (hit.detector.key, hit.masked)
        for text in texts
        for hit in personal(text)
        if hit.severity is Severity.ERROR
    ]

    assert len(found) <= 1, found
