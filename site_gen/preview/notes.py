"""What the preview adds to pages: a bar that tells of findings, their page, and the reloading.

Plain text in, HTML out; the published site contains nothing of this.
"""

from collections.abc import Iterable, Mapping
from html import escape

from site_gen.findings import Finding, Severity
from site_gen.preview.live import Shown
from site_gen.preview.site import Absent

FOLDER = "/_preview/"
VERSION = f"{FOLDER}version"
SCRIPT = f"{FOLDER}reload.js"
SHEET = f"{FOLDER}notes.css"

RELOAD = """\
const known = document.currentScript.dataset.version;
const look = async () => {
  const answer = await fetch("/_preview/version").catch(() => null);
  if (answer && (await answer.text()) !== known) location.reload();
  else setTimeout(look, 250);
};
look();
"""
STYLE = """\
.preview-bar { position: sticky; top: 0; z-index: 9; margin: 0; padding: .75em 1em; }
.preview-bar { background: #fff3cd; color: #332701; }
.preview-bar a { color: inherit; }
.preview-page { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 1.1em/1.7 sans-serif; }
.preview-page li { margin-bottom: 1.2em; }
.preview-page code { overflow-wrap: anywhere; }
"""
_ABSENT: Mapping[Absent, tuple[str, str]] = {
    Absent.OUTSIDE: ("这里没有预览", "现在只预览{only}和它下面的地方，这一页不在里面。"),
    Absent.LATER: ("还没有看完", "这一页要等全部记录都看过才出得来，看完了会自己显示。"),
}
"""Headline and text of the pages that stand in for others; {only} is the region previewed."""


def annotated(page: str, shown: Shown, *, is_behind: bool = False) -> str:
    """A page of the site with the bar, if there is anything to tell, and the reloading."""
    opening, tag, rest = page.partition("<body>")
    before, end, after = f"{tag}{_bar(shown, is_behind=is_behind)}{rest}".rpartition("</body>")
    return f"{opening}{before}{_script(shown)}{end}{after}"


def findings_page(shown: Shown) -> str:
    """Everything that was found, the most severe first."""
    groups = [(kind, [one for one in shown.findings if one.severity is kind]) for kind in Severity]
    parts = [_group(kind, found) for kind, found in groups if found]
    none = "" if shown.left else "<p>没有发现问题。</p>"
    behind = "<p>改好“错误”，停住的网页就会更新。</p>" if shown.is_behind else ""
    body = f'<p><a href="/">看网站</a></p>{behind}{_extent(shown)}{"".join(parts) or none}'
    return _own_page("要改的地方", body, shown)


def absent_page(absent: Absent, shown: Shown, home: str) -> str:
    """What is said in place of a page that is not to be seen; ``home`` is where there is one."""
    if absent not in _ABSENT:
        return findings_page(shown)
    title, text = _ABSENT[absent]
    told = escape(text.format(only=f"“{shown.only}”"))
    ways = f'<p><a href="/{escape(home)}">看预览的地方</a></p>' if home else ""
    notes = f'<p><a href="{FOLDER}">要改的地方</a></p>'
    return _own_page(title, f"<p>{told}</p>{ways}{notes}", shown)


def _own_page(title: str, body: str, shown: Shown) -> str:
    return (
        f'<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="{SHEET}"></head>'
        f'<body class="preview-page"><h1>{title}</h1>{body}{_script(shown)}</body></html>'
    )


def _extent(shown: Shown) -> str:
    """How far what was found goes, where it is not everything there may be."""
    told = []
    if shown.left:
        told.append(f"还没有看完：还有 {shown.left} 个市州要看，看完了会自己更新。")
    if shown.only:
        told.append(
            f"只看了“{shown.only}”所在的市州，别处的错误不在这里；别处用少见的写法"
            "（转义、百分号编码）提到这里的没有算进来。发布以前用 site-gen check 全部检查。"
        )
    return "".join(f"<p>{escape(one)}</p>" for one in told)


def _group(kind: Severity, found: Iterable[Finding]) -> str:
    items = "".join(f"<li>{_item(finding)}</li>" for finding in found)
    return f"<h2>{escape(kind.term)}：{escape(kind.definition)}</h2><ol>{items}</ol>"


def _item(finding: Finding) -> str:
    where, told = escape(str(finding.where)), escape(f"{finding.code} {finding.message}。")
    return f"<code>{where}</code><br><strong>{told}</strong>{escape(finding.hint)}"


def _bar(shown: Shown, *, is_behind: bool) -> str:
    told = [f"有 {len(shown.findings)} 处要改"] if shown.findings else []
    told += ["现在看到的是上一次好的样子"] if is_behind else []
    told += ["还没有全部看完"] if shown.left else []
    if not told:
        return ""
    return (
        f'<link rel="stylesheet" href="{SHEET}"><p class="preview-bar">'
        f'<a href="{FOLDER}">{"，".join(told)}</a></p>'
    )


def _script(shown: Shown) -> str:
    return f'<script src="{SCRIPT}" data-version="{shown.version}"></script>'
