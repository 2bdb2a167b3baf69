"""Proposals, opinions, case stories and methods: the kinds of which there are few."""

from datetime import date, timedelta
from random import Random

from benchmarks.province.places import Region
from benchmarks.province.sessions import Meeting, Written, shown_in
from benchmarks.province.tale import TODAY

SPONSORS = ("委员个人", "委员联名", "党派", "界别", "专委会")
LEVELS = ("县", "市州", "省")


def proposal(rng: Random, region: Region, city: Region, day: date, number: int) -> Written:
    """A proposal with its history from filing onwards."""
    meeting = Meeting(rng, region, city, day)
    tale = meeting.tale()
    tale.lines.append(f"- {day} 提出")
    tale.tell(5, 15, f"立案：{region.name}政协提案委")
    if rng.random() < 0.85:
        tale.assign()
        tale.answer()
    if rng.random() < 0.6:
        tale.solve()
    head = [
        f"案由: 关于{meeting.speech.ask()}的提案",
        f"提案号: {number}",
        "届次: 十届" + "一二三四五"[day.year % 5] + "次",
        "时机: 会间",
        f"提案者: {rng.choice(SPONSORS)}",
        f"领域: {meeting.topic.name}",
    ]
    body = f"## 内容\n\n{meeting.speech.paragraph(3)}\n\n## 办理\n\n" + "\n".join(tale.lines)
    return _document(f"{number:04}", head, body)


def opinion(rng: Random, region: Region, city: Region, day: date, number: int) -> Written:
    """A piece of 社情民意 with what came of it."""
    meeting = Meeting(rng, region, city, day)
    speech = meeting.speech
    lines = [f"- {day} 提出"]
    reported = day + timedelta(days=rng.randint(3, 9))
    if reported <= TODAY:
        lines.append(f"- {reported} 报送：{rng.choice(LEVELS)}；期号：{day.year}年第{number}期")
    taken_up = reported + timedelta(days=rng.randint(15, 60))
    if taken_up <= TODAY and rng.random() < 0.4:
        lines.append(f"- {taken_up} 采用：{region.name}信息专报；期号：{day.year}年第{number}期")
    head = [
        f"标题: {speech.trouble()}",
        f"反映人: {speech.some('who')}",
        f"领域: {meeting.topic.name}",
    ]
    body = f"## 正文\n\n{speech.paragraph(3)}\n\n## 办理\n\n" + "\n".join(lines)
    return _document(f"{number:04}", head, body)


def case(rng: Random, region: Region, city: Region, session: str, number: int) -> Written:
    """A story about a session."""
    meeting = Meeting(rng, region, city, TODAY)
    speech = meeting.speech
    head = [
        f"标题: {speech.title()}",
        f"日期: {TODAY - timedelta(days=rng.randint(30, 900))}",
        f"地点: {meeting.town.name}{meeting.village}",
        f"领域: {meeting.topic.name}",
        f"摘要: {speech.paragraph(2)}",
        f"协商: {session}",
        f"来源: {{标题: {region.name}政协协商故事, 性质: 本单位}}",
    ]
    parts = [f"## {name}\n\n{speech.paragraph(4)}" for name in ("困难", "协商", "结果", "启示")]
    return _document(f"gushi-{number}", head, "\n\n".join(parts))


def method(rng: Random, region: Region, city: Region) -> Written:
    """A named way of working whose steps are not known."""
    speech = Meeting(rng, region, city, TODAY).speech
    head = [
        f"名称: “{region.name[:-1]}四步”工作法",
        "步骤: 待补充",
        f"来源: {{标题: {region.name}协商工作报道, 发布: {region.name[:-1]}晨报（虚构）}}",
    ]
    return _document("sibu", head, speech.paragraph(3))


def _document(name: str, head: list[str], body: str) -> Written:
    lines = "\n".join(head)
    text = f"---\n{lines}\n---\n\n{body}\n"
    return Written(name, text, shown_in(text))
