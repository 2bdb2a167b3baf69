"""Personal information that is known by words: plates, mailboxes, homes, names.

Each finder yields what stands in a text; what is said of it is in :mod:`.detectors`.
"""

import re
from collections.abc import Iterator

from site_gen.privacy.digits import Look, Span
from site_gen.privacy.plain import FILL, with_characters

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
"""With what the plates of their vehicles begin."""
_GAP = rf"[{FILL} ]{{0,4}}"
_PLATE = re.compile(
    rf"[{PROVINCES}]{_GAP}[A-HJ-NP-Za-hj-np-z][{FILL} .\-]{{0,4}}"
    rf"((?:[0-9A-Za-z]{_GAP}){{4,6}})([学警挂港澳]?)(?![0-9A-Za-z])"
)
_PLATE_SERIAL = re.compile(
    r"(?=(?:.*[0-9]){3})[0-9A-HJ-NP-Z]{5}|[A-HJK][0-9A-HJ-NP-Z][0-9]{4}|[0-9]{5}[A-HJK]"
)


def plates(look: Look) -> Iterator[Span]:
    """Number plates of vehicles, those of electric ones included."""
    for found in _PLATE.finditer(look.plain):
        serial = _closed(found[1]).upper()
        whole = serial + ("0" if found[2] else "")
        if _PLATE_SERIAL.fullmatch(whole if found[2] else serial):
            yield found.start(), found.end(), _closed(found[0]).upper()


def _closed(text: str) -> str:
    """Without blanks and what cannot be seen."""
    return "".join(text.replace(FILL, "").split())


_AT = re.compile(rf"[@(\[（【](?:(?<=@)|(?<!@){_GAP}(?:at|AT){_GAP}[)\]）】])")
_BEFORE_AT = re.compile(rf"[A-Za-z0-9._%+\-{FILL}]{{1,64}} ?\Z")
_AFTER_AT = re.compile(
    rf" ?((?:[A-Za-z0-9\-{FILL}]{{1,63}} ?\. ?){{1,5}}[A-Za-z]{{2,24}})(?![A-Za-z0-9])"
)
_ROLE = re.compile(
    r"(?:info|contact|office|service|services|support|help|admin|webmaster|mail|mailbox|news|press"
    r"|feedback|privacy|postmaster|noreply|no-reply|xinfang|jubao|tousu|fankui|bangongshi"
    r"|[a-z]*bgs|[a-z]*zx|[a-z]*(?:zhengxie|zhengfu|xinfang))[0-9]{0,4}",
    re.IGNORECASE,
)
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".pdf", ".js", ".css")


def mailboxes(look: Look) -> Iterator[Span]:
    """Addresses of mailboxes, except those of public bodies."""
    for at in _AT.finditer(look.plain):
        before = _BEFORE_AT.search(look.plain[max(0, at.start() - 66) : at.start()])
        after = _AFTER_AT.match(look.plain, at.end())
        if before and after:
            name, domain = _closed(before[0]), _closed(after[1]).lower()
            if not _is_public(name, domain):
                start = at.start() - len(before[0])
                yield start, after.end(), f"{name}@{domain}"


def _is_public(name: str, domain: str) -> bool:
    """Of a public body: its domain is one, or its name is that of an office and of nobody."""
    if domain.endswith(_PICTURES):
        return True
    return domain.endswith((".gov.cn", ".gov")) or _ROLE.fullmatch(name) is not None


_LIVES = re.compile(
    rf"(?:家住|住在|现住(?!户)|居住在|暂住|租住|住址|家庭(?:住|地)址|户籍地址?|户口所在地){_GAP}[:：为是于]?"
    r"[^\n。；;！？!?]{0,40}"
)
_DOOR = re.compile(
    rf"[0-9]{_GAP}(?:单元|栋|幢|号楼|座|楼|#|-|－){_GAP}[^\n，,]{{0,8}}?[0-9]{{3,4}}(?![0-9]|年|人|户|元|米)"
    rf"|[0-9]{_GAP}室|[0-9]{_GAP}号(?![楼线院桥门路店宿地公车文])"
)


_FURTHER = re.compile(rf"[0-9A-Za-z{FILL} \-#单元栋幢号楼座层室户]*")


def homes(look: Look) -> Iterator[Span]:
    """Homes of people, where an address goes as far as the door."""
    for found in _LIVES.finditer(look.plain):
        if door := _DOOR.search(found[0]):
            rest = _FURTHER.match(found[0], door.end())
            end = rest.end() if rest else door.end()
            yield found.start(), found.start() + end, _closed(found[0][:end])


_FLAT = re.compile(rf"[0-9]{_GAP}单元{_GAP}[0-9]{{3,4}}(?![0-9]|年|人|户|元|米|万)")


def flats(look: Look) -> Iterator[Span]:
    """Doors of flats that nobody is said to live behind."""
    for found in _FLAT.finditer(look.plain) if "单元" in look.plain else ():
        yield found.start(), found.end(), _closed(found[0])


SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任"
    "卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫雷龙陶贺顾毛郝龚邵万覃武钱戴严莫孔汤"
)
_LABELS = "联系人|姓名|当事人|申请人|来访人|来电人|投诉人|信访人|反映人|提出人|户主|户主姓名|收件人"
_NAMED = re.compile(
    rf"(?:{_LABELS})[ \t]{{0,4}}[:：][ \t]{{0,4}}"
    rf"([{SURNAMES}][\u4e00-\u9fff·]{{1,3}})(?![\u4e00-\u9fff])"
)
_NO_NAME = re.compile(
    r".*(?:办|局|科|室|组|委|队|所|站|会|村|镇|乡|县|市|州|社|某|厂|校|院|代表|群众|居民|村民|业主|师傅)某?\Z"
)


def names(look: Look) -> Iterator[Span]:
    """Names after a word such as 联系人."""
    for found in _NAMED.finditer(with_characters(look.text)):
        if not _NO_NAME.fullmatch(found[1]):
            yield found.start(1), found.end(1), found[1]


_LABELLED = re.compile(
    r"(?:身份证|证件|QQ|微信|银行卡|手机)(?:号码|号|账号)?[ \t]{0,4}[:：为是][ \t]{0,4}"
    r"([0-9A-Za-z_\-]{6,32})(?![0-9A-Za-z_*])"
)


def labelled(look: Look) -> Iterator[Span]:
    """Numbers after a word such as 身份证号, whatever they look like."""
    for found in _LABELLED.finditer(look.plain):
        if any(char.isdigit() for char in found[1]):
            yield found.start(1), found.end(1), found[1]
