"""The detectors of personal information, each with what it finds and what it leaves alone.

A detector looks at a text in plain form (:mod:`site_gen.privacy.plain`) and is linear in its
length: patterns have no repetition within a repetition that could share characters, or a bound.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from site_gen.findings import Severity
from site_gen.privacy import wording
from site_gen.privacy.digits import Look, Number, Row, Span


@dataclass(frozen=True, slots=True)
class Detector:
    """One kind of personal information; ``term`` is what a message calls it.

    ``find`` yields what stands in a text; ``mask`` says as much of it as may be shown. ``hits`` and
    ``misses`` are examples: texts in which it finds something, and near ones in which it does not.
    """

    key: str
    term: str
    find: Callable[[Look], Iterable[Span]]
    mask: Callable[[str], str]
    hits: Sequence[str] = field(repr=False)
    misses: Sequence[str] = field(repr=False)
    severity: Severity = Severity.ERROR
    may_be_allowed: bool = True
    """Whether a reviewed exception can let it pass."""


def _numbers(
    pattern: str, lengths: Sequence[int], judge: Callable[[Number], bool]
) -> Callable[[Look], Iterator[Span]]:
    """A finder of numbers that begin like ``pattern``; of several lengths the first that fits."""
    starts = re.compile(f"(?={pattern})")

    def find(look: Look) -> Iterator[Span]:
        for row in look.rows:
            yield from _in_row(row, starts, lengths, judge)

    return find


def _in_row(
    row: Row, starts: re.Pattern[str], lengths: Sequence[int], judge: Callable[[Number], bool]
) -> Iterator[Span]:
    free = 0
    for start in (found.start() for found in starts.finditer(row.digits)):
        candidates = (row.number(start, length) for length in lengths if start >= free)
        found = next((one for one in candidates if one and judge(one)), None)
        if found:
            free = start + len(found.digits)
            yield found.start, found.end, found.digits


_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_MOBILE_GROUPS = frozenset(
    {(3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (4, 4, 3), (4, 3, 4), (3, 5, 3), (1, 10)}
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def _is_mobile(number: Number) -> bool:
    """Eleven digits from 13 to 19, spaced as people space them."""
    if not _MOBILE.fullmatch(number.digits):
        return False
    if number.is_unbroken or number.is_single or number.is_tight or number.is_wrapped:
        return True
    years = sum(bool(_YEAR.fullmatch(group)) for group in number.written)
    return number.groups in _MOBILE_GROUPS and not years


# The provinces of GB/T 2260; 00 for a prefecture only where a province has none.
_AREA = (
    r"(?:(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])(?:0[1-9]|[1-7][0-9]|90)[0-9]{2}"
    r"|(?:71|8[1-3])[0-9]{4})"
)
_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_CARD = re.compile(rf"{_AREA}(?P<born>(?:18|19|20)[0-9]{{2}}{_DAY})[0-9]{{3}}[0-9X]")
_FORMER_CARD = re.compile(rf"{_AREA}(?P<born>[0-9]{{2}}{_DAY})[0-9]{{3}}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LATEST_BIRTH = 2060
"""No clock is asked: a year of birth after this one is no year of birth."""


def _is_day(born: str) -> bool:
    try:
        return date(int(born[:4]), int(born[4:6]), int(born[6:])).year <= _LATEST_BIRTH
    except ValueError:
        return False


def checksum(digits: str) -> str:
    """The last character of an identity-card number (GB 11643-1999) with these 17 digits."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def _seems_card(number: Number) -> bool:
    found = _CARD.fullmatch(number.digits)
    return found is not None and _is_day(found["born"])


def _is_card(number: Number) -> bool:
    """Eighteen with a plausible area and birthday, and the right last character."""
    return _seems_card(number) and checksum(number.digits[:17]) == number.digits[17]


def _is_mistyped_card(number: Number) -> bool:
    """Right but for its last character, and written in one piece."""
    return number.is_unbroken and _seems_card(number) and not _is_card(number)


def _is_former_card(number: Number) -> bool:
    """Fifteen digits as they were until 1999: area, birthday without century, serial number."""
    found = _FORMER_CARD.fullmatch(number.digits)
    if found is None or not _is_day("19" + found["born"]):
        return False
    return number.is_unbroken or number.is_single or number.is_wrapped or number.is_tight


_BANK = re.compile(
    r"62[0-9]{14,17}"  # UnionPay
    r"|60(?:11|3[0-9])[0-9]{12,15}"
    r"|955[89][0-9]{15}"  # a savings card of former years
    r"|4[0-9]{15}|5[1-5][0-9]{14}|35(?:2[89]|[3-8][0-9])[0-9]{12}|3[47][0-9]{13}"
)


def _is_luhn(digits: str) -> bool:
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[::-2])) + sum(doubled)) % 10 == 0


def _is_bank(number: Number) -> bool:
    """A prefix that issuers have, the check digit of Luhn, and spaced as cards are."""
    if "X" in number.digits or not _BANK.fullmatch(number.digits) or not _is_luhn(number.digits):
        return False
    fours = set(number.groups[:-1]) == {4} and number.groups[-1] <= 4
    one = number.is_unbroken or number.is_single or number.is_wrapped or number.is_tight
    return one or fours


def _ends(before: int, after: int) -> Callable[[str], str]:
    """Masks all but some characters at both ends."""
    return lambda text: f"{text[:before]}{'*' * (len(text) - before - after)}{text[-after:]}"


def _mask_mailbox(text: str) -> str:
    return f"{text[0]}***@{text.partition('@')[2]}"


_DIGITS_ON = re.compile(r"[0-9].*", re.DOTALL)


def _mask_home(text: str) -> str:
    return f"{_DIGITS_ON.sub('', text)}***"


def _mask_name(text: str) -> str:
    return f"{text[0]}{'*' * (len(text) - 1)}"


IDENTITY_CARD = Detector(
    "identity-card",
    "身份证号",
    _numbers(_CARD.pattern, (18,), _is_card),
    _ends(2, 3),
    hits=(
        "513222199001011231",
        "身份证51322219900101220X。",
        "5132 2219 9001 0112 31",
        "513222-19900101-1231",
        "５１３２２２１９９００１０１１２３１",
    ),
    misses=(
        "51*************230",
        "513222199001011230",  # its last character is wrong
        "513222199013011233",  # no such day
        "统一社会信用代码 11513222008423178G",
        "国办秘函〔2019〕19号",
    ),
    may_be_allowed=False,
)
MISTYPED_CARD = Detector(
    "mistyped-identity-card",
    "像是身份证号的数字",
    _numbers(_CARD.pattern, (18,), _is_mistyped_card),
    _ends(2, 3),
    hits=("513222199001011230", "编号513222198802281239，"),
    misses=("513222199013011233", "123456789012345678"),
    severity=Severity.WARNING,
)
FORMER_CARD = Detector(
    "former-identity-card",
    "15 位身份证号",
    _numbers(_FORMER_CARD.pattern, (15,), _is_former_card),
    _ends(2, 2),
    hits=("513222640101123", "身份证：510102 640229 123"),
    misses=("513222641301123", "202305121234567", "990102640229123"),
    may_be_allowed=False,
)
MOBILE = Detector(
    "mobile",
    "手机号",
    _numbers(_MOBILE.pattern, (11,), _is_mobile),
    _ends(3, 4),
    hits=(
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "1 3 8 0 0 1 3 8 0 0 0",
        "+86 13800138000",
        "0086-138-0013-8000",
        "１３８００１３８０００",
        "一三八零零一三八〇〇〇",
        "①③⑧⓪⓪①③⑧⓪⓪⓪",
        "壹叁捌00138零零零",
        "138\u200b0013\u00ad8000",
        "138&#48;&#x30;138000",
        "%31%33%38%30%30138000",
        "138001\n38000",
        "138、0013、8000",
        "13800138000一共打了三次",
    ),
    misses=(
        "138****8000",
        "138****8000、139****8001",
        "0837-6822123",
        "12345、12348、96122",
        "12013800138000",
        "2023-05-12 13:30",
        "12.13 15.16 17.18",
        "0.13800138000",
        "assets/3f13800138000ab1.js",
        "| 150 | 2023 | 2024 |",
        "1380013800元",
    ),
)
BANK_CARD = Detector(
    "bank-card",
    "银行卡号",
    _numbers(_BANK.pattern, (19, 18, 17, 16, 15), _is_bank),
    _ends(4, 4),
    hits=("6222021001122334458", "6217 0012 3456 7890 122", "4111111111111111"),
    misses=("6222 **** **** 1234", "4111111111111112", "7111111111111114"),
    may_be_allowed=False,
)
PLATE = Detector(
    "plate",
    "车牌号",
    wording.plates,
    lambda text: f"{text[:2]}***{text[-1]}",
    hits=("川A12345", "川U·A1234", "川AD12345", "川A12345F", "渝 b 1234 警", "川Ａ１２３４５"),
    misses=("粤B2-20090059", "川藏线G318", "京ICP备05070218号", "川A1234567", "蒙A座1205室"),
)
MAILBOX = Detector(
    "mailbox",
    "个人邮箱",
    wording.mailboxes,
    _mask_mailbox,
    hits=("zhangsan@example.com", "写信到 zhang.san＠qq．com", "13800x@163.com", "zs(at)qq.com"),
    misses=("xfj@abazhou.gov.cn", "office@example.org", "zxbgs@163.com", "icon@2x.png", "@所有人"),
)
HOME = Detector(
    "home",
    "家庭住址",
    wording.homes,
    _mask_home,
    hits=(
        "家住南屏街21号3单元502",
        "现住三组17号",
        "住址：城东路8号2栋1单元3楼301室",
        "家住六单元五〇二",
    ),
    misses=(
        "三组院坝",
        "南屏街21号6单元电梯",
        "住在3号楼的居民",
        "现住户52户",
        "家住三组的老人",
        "家住12号线旁",
    ),
)
FLAT = Detector(
    "flat",
    "某一户的门牌",
    wording.flats,
    lambda text: f"{text.partition('单元')[0]}单元***",
    hits=("6单元502漏水", "3单元 1204室"),
    misses=("6单元电梯", "3单元120户", "502路公交"),
    severity=Severity.WARNING,
)
NAME = Detector(
    "name",
    "姓名",
    wording.names,
    _mask_name,
    hits=(
        "联系人：张三",
        "姓名: 李小明，",
        "反映人：王五",
        "联系⼈：张三",  # radicals, as texts copied out of a PDF have them
        "⼾主：⻢⼩⽟",
    ),
    misses=(
        "联系人：县政协办公室",
        "反映人：村民",
        "提出人：马村村民",
        "联系人换了",
        "不写姓名",
        "姓名：张某",
    ),
    severity=Severity.WARNING,
)
LABELLED = Detector(
    "labelled",
    "证件或账号",
    wording.labelled,
    _ends(1, 1),
    hits=("身份证号：51322219", "QQ：12345678", "微信号: abc_123"),
    misses=("凭身份证登记", "身份证号：51*************230", "微信：协商公示"),
    severity=Severity.WARNING,
)

DETECTORS: Sequence[Detector] = (
    IDENTITY_CARD,
    BANK_CARD,
    FORMER_CARD,
    MOBILE,
    PLATE,
    MAILBOX,
    HOME,
    MISTYPED_CARD,
    FLAT,
    NAME,
    LABELLED,
)
"""In the order of precedence: of two that find the same characters the first counts."""
