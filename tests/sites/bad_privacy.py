"""Changes that put something personal into the content, and near ones that do not."""

from tests.privacy.hidden import CARD, MASKED_CARD, MASKED_MOBILE, MOBILE
from tests.sites.changes import Change
from tests.sites.folder import PICTURE
from tests.sites.paths import LIXI, SESSION

_BANK = "6222021001122334458"
_REPLY = "年内修完"


def _reply(code: str, what: str, text: str) -> Change:
    return Change(code, what, SESSION, _REPLY, text, 19)


def _near(code: str, text: str, leaves: frozenset[str] = frozenset()) -> Change:
    return Change(code, text, SESSION, _REPLY, text, leaves=leaves)


def _exception(fragment: str) -> str:
    return f"个人信息例外: [{{片段: {fragment}, 原因: 值班手机, 核准: 县政协办公室}}]\n"


def _excepting(code: str, what: str, fragment: str, line: int = 0, number: str = "") -> Change:
    head = (SESSION, "题源", _exception(fragment) + "题源")
    return Change(code, what, SESSION, _REPLY, _REPLY + number, line, more=(head,))


BAD = (
    _reply("G101", "an identity card", f"证件{CARD}"),
    _reply("G101", "fifteen digits", "证件513222640101123"),
    _reply("G102", "a mobile number", f"打{MOBILE}"),
    _reply("G102", "a spaced mobile number", "打138 0013 8000"),
    _reply("G103", "a bank card", f"打到{_BANK}"),
    _reply("G103", "a spaced bank card", "打到6222 0210 0112 2334 458"),
    _reply("G104", "a plate", "川A12345停在路口"),
    _reply("G104", "a plate of an electric car", "川AD12345停在路口"),
    _reply("G105", "a mailbox", "写信到zhangsan@example.com"),
    _reply("G105", "a mailbox in full width", "写信到zhangsan＠example．com"),
    _reply("G106", "a home", "家住南屏街21号3单元502的居民"),
    _reply("G106", "an address", "住址：三组17号"),
    Change(
        "G107",
        "a picture",
        f"{LIXI}attachments/{MASKED_MOBILE}.png",
        raw={f"{LIXI}attachments/{MOBILE}.png": PICTURE},
        line=1,
    ),
    Change(
        "G107", "a folder", f"{LIXI}{MASKED_MOBILE}", raw={f"{LIXI}{MOBILE}/a.md": b"a"}, line=1
    ),
    _reply("G110", "a name", "联系人：张三"),
    _reply("G110", "a flat", "6单元502漏水"),
    _excepting("G120", "nothing of the kind", "138****8001", 9),
    _excepting("G120", "another kind", "川A***5", 9),
    _excepting("G121", "an identity card", MASKED_CARD, 9, CARD),
    _excepting("G121", "a bank card", "6222***********4458", 9, _BANK),
    _excepting("G122", "a mobile number", MOBILE, 9),
    _excepting("G122", "a plate", "川A12345", 9),
)

NEAR = (
    _near("G101", f"证件{MASKED_CARD}"),
    _near("G102", f"打{MASKED_MOBILE}，或者12345、0837-6822123"),
    _near("G103", "打到6222 **** **** 4458"),
    _near("G104", "川藏线G318旁的粤B2-20090059"),
    _near("G105", "写信到bgs@lixian.gov.cn"),
    _near("G106", "三组院坝和南屏街21号6单元电梯"),
    Change(
        "G107",
        "a year",
        f"{LIXI}attachments/20230512-1.png",
        raw={f"{LIXI}attachments/20230512-1.png": PICTURE},
        leaves=frozenset({"A120"}),
    ),
    _near("G110", "联系人：县政协办公室"),
    _excepting("G120", "one that is used", MASKED_MOBILE, number=f"打{MOBILE}"),
    _excepting("G121", "a mobile number", MASKED_MOBILE, number=f"打{MOBILE}"),
    _excepting("G122", "a masked one", MASKED_MOBILE, number=f"打{MOBILE}"),
)
