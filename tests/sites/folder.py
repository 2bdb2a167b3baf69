"""A small correct content folder as a map from path to text, and how to write one down."""

from collections.abc import Mapping
from pathlib import Path

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)

SMALL: Mapping[str, str] = {
    "site.yaml": """\
名称: 协商公示
主办: 项目组
提示: 虚构示例
最小样本: 10
语言: [zh-Hans]
""",
    "vocabulary.yaml": """\
领域:
  - {编号: transport, 名称: 交通出行}
  - {编号: water, 名称: 供水排水}
品牌:
  - {名称: 有事来协商}
""",
    "pages/about.md": """\
---
标题: 关于本站
---

说明。
""",
    "regions/yunzhou/region.yaml": """\
名称: 云埠州
办理时限: {建议: 2个月, 会办: 1个月}
办理结果分类: {A: [已解决], B: [正在解决, 列入计划], C: [暂难解决, 不可行]}
""",
    "regions/lixi/region.yaml": """\
名称: 砾溪县
上级: yunzhou
方格: [0, 0]
联系: {电话: "12345"}
""",
    "regions/moping/region.yaml": """\
名称: 墨坪县
上级: yunzhou
方格: [0, 1]
""",
    "regions/lixi/units.yaml": """\
- {名称: 县交通运输局, 曾用名: [县交通局]}
- {名称: 县财政局}
- {名称: 县水务局, 联系: {电话: "12328"}}
""",
    "regions/lixi/platforms.yaml": """\
- {名称: 石埂村议事厅, 层级: 村, 类型: 议事厅, 品牌: 有事来协商, 频次: 每季度1次}
- {名称: 砾溪镇联络站, 层级: 乡镇, 类型: 联络站}
""",
    "regions/lixi/methods/san-bu.md": """\
---
名称: 三步工作法
步骤: [收集, 商量, 回头看]
---

说明。
""",
    "regions/lixi/cases/daolu.md": """\
---
标题: 一条路的三年
日期: 2023-12
领域: 交通出行
协商: 2023/0512-shigeng
---

## 困难

雨天走不了。
""",
    "regions/lixi/proposals/2023/0127-yinshui.md": """\
---
案由: 修分水口
提案号: 127
时机: 平时
提案者: 委员联名
重点: 是
领域: 供水排水
---

## 办理

- 2023-01-20 提出
- 2023-02-03 立案
- 2023-03-01 交办：县水务局；会办：县财政局
- 2023-05-20 答复：入冬前修好
""",
    "regions/lixi/proposals/2023/0128-shuiqu.md": """\
---
案由: 清水渠
---

## 办理

- 2023-01-21 提出
- 2023-02-03 并案：2023/0127-yinshui
""",
    "regions/lixi/opinions/2023/0301-yaodian.md": """\
---
标题: 村里买药难
反映人: 村医
---

正文。

## 办理

- 2023-03-01 提出
- 2023-03-08 报送：市州；期号：第3期
- 2023-04-01 采用：州委办
""",
    "regions/lixi/reviews/2023/1120-pingyi.yaml": """\
类型: 民主评议
标题: 对两个部门的评议
日期: 2023-11-20
计划议题: 2023 fuwu
对象:
  - 单位: 县水务局
    票数: {满意: 48, 基本满意: 4}
    问题: 停水不通知
    整改:
      - {措施: 提前一天通知, 期限: 2024-01-31, 完成: 2024-01-20, 佐证: "![通知](jungong.png)"}
""",
    "regions/lixi/plans/2023.yaml": """\
审定: {机构: 县委常委会, 日期: 2023-02-10}
议题:
  - {编号: fuwu, 议题: 窗口服务, 题源: 群众出题, 时间: 2023-10/2023-12, 承办: 县政协}
  - {编号: tingche, 议题: 停车, 形式: 专题协商会, 时间: 2023-04/2023-06}
""",
    "regions/lixi/statistics/2023.yaml": """\
来源: {标题: 年度工作报告}
数据:
  - {指标: 协商平台, 数值: 2, 单位: 个, 截至: 2023-12}
  - {指标: 意见建议, 数值: 6, 单位: 条, 期间: 2023-01/2023-12}
  - {指标: 提案评价, 数值: 24, 单位: 件, 期间: 2023, 分项: {满意: 22, 基本满意: 2}}
""",
    "regions/lixi/sessions/2023/0512-shigeng.md": """\
---
议题: 石埂村通村公路破损
时间: 2023-05-12
地点: 砾溪镇石埂村
村社: 砾溪镇/石埂村
平台: 石埂村议事厅
工作法: 三步工作法
品牌: 有事来协商
题源: 群众出题
领域: 交通出行
参加: 政协委员4人、村民代表23人
跨区域: moping
---

## 建议1 修复破损路面

- 提出人：村民
- 2023-05-20 交办：县交通运输局；会办：县财政局；期限：2023-08-20
- 2023-06-18 答复：年内修完；方式：走访；单位：县交通局
- 2023-07-22 办结：已解决；类别：A；佐证：![竣工后的路段](jungong.png)
- 2023-07-28 评价：满意21、基本满意2；方式：现场测评

## 建议2 加装凸面镜

- 2023-05-13 立案：镇协商委
- 2023-05-20 并案：建议1

## 建议3

- 公开：不公开；原因：涉及个人隐私
- 2023-05-20 交办：县水务局

## 问题1 雨天通行难

- 建议：1、2

## 经过

说明。
""",
    "regions/lixi/sessions/2023/0701-shuiqu.md": """\
---
议题: 水渠清淤
时间: 2023-07-01
承接: 2023/0512-shigeng
来源: {标题: 一篇报道, 网址: "https://www.example.org/a.html", 性质: 本单位}
---

## 建议1 清一次淤

- 类型：自办
- 2023-07-02 办理：村民出工
- 2023-07-09 办结：列入计划；计划：年度养护；承诺：2023-12
- 2024-01-09 回头看：现已解决；佐证：![清好的渠](jungong.png)

## 建议2 修分水口

- 2023-07-02 据报道：开始测量
- 2023-07-03 交办：县水务局
- 2023-07-20 延期：2023-09-20；原因：汛期
- 2023-08-01 更正：日期有误；作废：2023-07-02 据报道
""",
}


def write(content: Mapping[str, str], root: Path) -> Path:
    """The folder of ``content`` below ``root``, with its one picture."""
    for path, text in content.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    pictures = root / "regions" / "lixi" / "attachments"
    pictures.mkdir(parents=True, exist_ok=True)
    (pictures / "jungong.png").write_bytes(PICTURE)
    return root
