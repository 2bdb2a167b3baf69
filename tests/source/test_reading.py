"""What the examples of the format's documentation become: typed values, each with its place."""

import pickle

import pytest

from site_gen.findings import Finding, Where, key_rules
from site_gen.records.dates import PartialDate
from site_gen.records.kinds import Kind
from site_gen.records.model import Part
from site_gen.records.record import Record, RecordId
from site_gen.records.region import Unit
from site_gen.records.session import Problem, Session, Suggestion
from site_gen.records.table import KINDS
from site_gen.records.text import Text, TextMap
from site_gen.source import read_record, read_translation
from site_gen.source.lines import join
from site_gen.source.typed import typed
from site_gen.vocabulary.progress import Action, Result
from site_gen.vocabulary.settings import Disclosure
from tests.source.examples import EXAMPLES, TYPICAL, UNITS
from tests.source.rule_examples import WITH_HISTORY

KIND = {kind.key: kind for kind in KINDS}
HEAD = "---\n议题: 修路\n时间: 2023-05-12\n---\n\n"


def read_one(text: str, kind: Kind = KIND["session"]) -> Record:
    """The one record of a text without findings."""
    records, findings = read_record(kind, "lixian", "2023/a", "a.md", text.encode())
    assert [str(one) for one in findings] == []
    assert len(records) == 1
    return records[0]


@pytest.mark.parametrize(("key", "text"), EXAMPLES)
def test_the_printed_examples_read_as_they_stand(key: str, text: str) -> None:
    assert read_one(text, KIND[key]).kind is KIND[key]


def test_a_session_keeps_every_value_and_its_place() -> None:
    record = read_one(TYPICAL)

    assert record.id == RecordId("session", "lixian", "2023/a")
    assert isinstance(record.head, Session)
    assert record.head.held == PartialDate(2023, 5, 12)
    assert record.head.place is not None
    assert record.head.place.where == Where("a.md", 4, 5)
    assert record.head.at("themes") == Where("a.md", 6, 1)
    assert [(item.kind.key, item.number, str(item.heading)) for item in record.items] == [
        ("suggestion", 1, "修复三组至五组1.8公里破损路面"),
        ("suggestion", 2, "四组弯道加装两面凸面镜"),
        ("problem", 1, "雨天通行难"),
    ]


def test_an_event_keeps_content_parts_and_places() -> None:
    assigned, replied, closed, feedback = read_one(TYPICAL).items[0].events

    assert assigned.action is Action.ASSIGNED
    assert assigned.where == Where("a.md", 12, 3)
    assert assigned.content == ("县交通运输局",)
    assert assigned.content[0].where == Where("a.md", 12, 17)
    assert assigned.parts["supporting"] == ("县财政局", "白云镇政府")
    assert assigned.parts["due"] == PartialDate(2023, 8, 20)
    assert assigned.at("due") == Where("a.md", 12, 38)
    assert replied.written == "2023-08-18 答复：年内分两段修完；方式：走访"
    assert closed.content is Result.RESOLVED
    assert closed.parts["evidence"].links[0].target == "shiqiao-wangong.jpg"
    assert feedback.content.by_rating


def test_a_problem_names_the_suggestions_that_solve_it() -> None:
    head = read_one(TYPICAL).items[2].head

    assert isinstance(head, Problem)
    assert head.suggestions == ("1",)


def test_prose_keeps_its_headings_and_its_first_line() -> None:
    text = HEAD + "开场白\n\n## 建议1 修路\n\n## 经过\n\n甲\n\n乙  \n丙\n\n## 结果\n"

    opening, course, result = read_one(text).prose

    assert (opening, opening.where.line) == ("开场白", 6)
    assert (course, course.where.line) == ("## 经过\n\n甲\n\n乙  \n丙", 10)
    assert result == "## 结果"


def test_continued_lines_are_one_text_with_the_places_of_all() -> None:
    text = HEAD + "## 建议1 修路\n\n- 2023-08-18 答复：用C30\n  A级，年内\n  修完；方式：\n  走访\n"

    event = read_one(text).items[0].events[0]

    assert event.content == "用C30 A级，年内修完"
    assert event.content.place(0) == Where("a.md", 8, 17)
    assert event.content.place(event.content.index("A级")) == Where("a.md", 9, 3)
    assert event.content.part(event.content.index("修完")).where == Where("a.md", 10, 3)
    assert event.at("mode") == Where("a.md", 10, 6)


def test_a_text_on_two_lines_of_a_head_is_joined_like_an_event() -> None:
    text = "---\n议题: 修路\n时间: 2023\n共识: 四条，关于证照、A1\n  B2和\n  收费\n---\n"

    head = read_one(text).head

    assert isinstance(head, Session)
    assert head.consensus == "四条，关于证照、A1 B2和收费"


def test_texts_of_several_lines_survive_being_sent_to_another_process() -> None:
    where = Where("a.md", 1, 1)
    text = join([Text("甲", where), Text("乙", Where("a.md", 2, 3))])

    copy = pickle.loads(pickle.dumps(text))

    assert (copy, copy.where, copy.turns) == (text, where, text.turns)
    assert pickle.loads(pickle.dumps(read_one(TYPICAL).items[0])).number == 1


def test_a_withheld_item_has_no_texts_but_all_its_events() -> None:
    text = HEAD + "## 建议3\n\n- 2023-08-18 答复\n- 公开：不公开；原因：涉及个人\n"

    item = read_one(text).items[0]

    assert isinstance(item.head, Suggestion)
    assert item.head.disclosure is Disclosure.WITHHELD
    assert item.head.disclosure_reason == "涉及个人"
    assert [event.action for event in item.events] == [Action.REPLIED]
    assert item.events[0].content is None


def test_a_list_gives_a_record_for_each_entry() -> None:
    text = UNITS + "- 名称: 县财政局\n  联系: 12345\n"

    records, findings = read_record(KIND["unit"], "lixian", "", "units.yaml", text.encode())

    assert findings == ()
    assert [record.id.name for record in records] == ["县交通运输局", "县财政局"]
    assert [record.where.line for record in records] == [1, 2]
    assert isinstance(records[1].head, Unit)
    assert records[1].head.contact is not None
    assert records[1].head.contact.telephone == "12345"


def test_a_record_with_a_history_is_an_item_itself() -> None:
    record = read_one(HEAD + "## 办理\n\n- 2023-05-12 提出\n- 2023-05-20 立案\n", WITH_HISTORY)

    assert [(item.number, item.anchor, len(item.events)) for item in record.items] == [(0, "", 2)]
    assert [item.number for item in read_one(HEAD, WITH_HISTORY).items] == [0]


def test_a_wrong_value_leaves_the_others() -> None:
    text = "---\n议题: 修路\n时间: 10月5日\n地点: 石桥村\n---\n\n## 建议1 修路\n\n- 类型：大事\n"

    records, findings = read_record(KIND["session"], "lixian", "2023/a", "a.md", text.encode())

    assert [one.code for one in findings] == ["V101", "V110"]
    assert isinstance(records[0].head, Session)
    assert (records[0].head.held, records[0].head.place) == (None, "石桥村")
    assert records[0].items[0].heading == "修路"


def test_a_model_without_a_reader_is_answered_too() -> None:
    class Counted(Part):
        owners = ("stated",)
        suggestions: bytearray

    where = Where("a.md")
    found: list[Finding] = []

    typed(TextMap({"建议": Text("1", where)}, where, {"建议": where}), Counted, found.append)

    assert [one.code for one in found] == [key_rules.VALUE_UNREADABLE.code]


def test_translated_prose_has_no_head() -> None:
    prose, findings = read_translation("a.bo.md", "## བོད\n\nཡིག\n".encode())
    _, refused = read_translation("a.bo.md", "---\n标题: 甲\n---\n".encode())

    assert (prose, findings) == (("## བོད\n\nཡིག",), ())
    assert [one.code for one in refused] == ["F133"]


def test_very_many_findings_are_cut_and_said_to_be() -> None:
    text = HEAD + "## 建议1 修路\n\n" + "读不懂\n" * 1000

    _, findings = read_record(KIND["session"], "lixian", "2023/a", "a.md", text.encode())

    assert len(findings) == 501
    assert findings[0].code == "F105"


def test_bounds_of_length_and_number() -> None:
    def codes(kind: str, text: str) -> set[str]:
        return {one.code for one in read_record(KIND[kind], "a", "2023/a", "a", text.encode())[1]}

    head = "---\n议题: 修路\n时间: 2023\n"
    entries = "".join(f"- {{名称: 单位{n}, 曾用名: [甲{n}, 乙{n}]}}\n" for n in range(3000))
    assert codes("session", f"{head}地点: {'村' * 5001}\n---\n") == {"F104"}
    assert codes("session", f"{head}地点: {'村' * 5000}\n---\n") == set()
    assert codes("session", f"{head}地点: {'村' * 20001}\n---\n") == {"F104"}
    assert codes("session", f"{HEAD}## 建议1 甲\n\n- 2023 办理：{'修' * 5000}\n") == {"F104"}
    assert codes("unit", entries) == {"Y105"}
    assert codes("unit", entries[: len(entries) // 4].rpartition("-")[0]) == set()
