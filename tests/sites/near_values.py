"""Changes that come near to breaking a rule of values, names or histories, and break none."""

from tests.sites.changes import Change
from tests.sites.paths import (
    CANAL,
    CASE,
    FIGURES,
    MERGED,
    NEIGHBOUR,
    OPINION,
    PREFECTURE,
    PROPOSAL,
    SESSION,
    SITE,
)

_DUE = "期限：2023-08-20"
_REPLY = "- 2023-06-18 答复：年内修完；方式：走访；单位：县交通局\n"
_RATED = "- 2023-07-28 评价：满意21、基本满意2；方式：现场测评\n"
_ANSWERED = "- 2023-05-20 答复：入冬前修好\n"

_VOID = "作废：2023-07-02 据报道"


NEAR = (
    Change("F116", "a wide blank", SESSION, "年内修完", "年内　修完"),
    Change("F120", "marks within a line", SESSION, "经过\n\n说明。", "经过\n\n说明 <<<<<<< 完。"),
    Change("K103", "a key and a blank", SITE, "主办: 项目组", "主办:  项目组"),
    Change("L101", "returned after assigned", PROPOSAL, _ANSWERED, "- 2023-05-20 退回：不属本局\n"),
    Change("L102", "looked at after solved", SESSION, _RATED,
           _RATED + "- 2023-08-01 回头看：反弹\n- 2023-09-01 办结：不可行；原因：地质条件\n"),
    Change("L103", "after its cause", PROPOSAL, _ANSWERED,
           _ANSWERED + "- 2023-06-01 评价：不满意\n- 2023-06-20 二次办理：评价\n"),
    Change("L104", "verified on the day", CANAL, "- 2024-01-09 回头看", "- 2023-12-31 回头看"),
    Change("L110", "on one day", SESSION, "- 2023-06-18 答复", "- 2023-05-20 答复"),
    Change("L120", "what is there", CANAL, _VOID, "作废：2023-07-20 延期"),
    Change("R101", "by its former name", PROPOSAL, "交办：县水务局", "交办：县交通局"),
    Change("R104", "above it", SESSION, "跨区域: moping", "跨区域: yunzhou"),
    Change("R105", "another session", CASE, "2023/0512-shigeng", "2023/0701-shuiqu"),
    Change("R106", "another suggestion", SESSION, "并案：建议1", "并案：建议3"),
    Change("V101", "a month", CASE, "日期: 2023-12", "日期: 2023-11"),
    Change("V102", "a day of a leap year", FIGURES, "截至: 2023-12", "截至: 2024-02-29"),
    Change("V103", "a date as it should be", CASE, "日期: 2023-12", "日期: 2023-12-01"),
    Change("V104", "to the day", SESSION, _DUE, "期限：2023-08-01"),
    Change("V110", "another word", SESSION, "题源: 群众出题", "题源: 政协选题"),
    Change("V111", "the other word", PROPOSAL, "重点: 是", "重点: 否"),
    Change("V120", "left out", SESSION, "地点: 砾溪镇石埂村\n", ""),
    Change("V121", "a text with commas", OPINION, "标题: 村里买药难", "标题: 村里，买药难"),
    Change("V122", "with keys", PREFECTURE, "会办: 1个月", "会办: 20天"),
    Change("V130", "more than", FIGURES, "数值: 6,", "数值: 6余,"),
    Change("V131", "one town", NEIGHBOUR, "方格:", "下辖: {乡镇: 1}\n方格:"),
    Change("V133", "in days", PREFECTURE, "建议: 2个月", "建议: 60天"),
    Change("V134", "one day of it", FIGURES, "期间: 2023-01/2023-12", "期间: 2023-01/2023-01"),
    Change("V136", "a code of the table", NEIGHBOUR, "名称: 墨坪县\n上级: yunzhou\n",
           '代码: "513223"\n'),
    Change("V137", "two other numbers", NEIGHBOUR, "方格: [0, 1]", "方格: [4, 9]"),
    Change("V140", "one of all three", SESSION, "满意21、基本满意2", "满意21、不满意1"),
    Change("V150", "a whole reference", MERGED, "2023/0127-yinshui", "lixi/2023/0127-yinshui"),
    Change("V160", "two pictures", SESSION, "![竣工后的路段](jungong.png)",
           "![路](jungong.png)、![桥](jungong.png)"),
    Change("V161", "unencrypted", CANAL, "https://www", "http://www"),
)  # fmt: skip
