"""What the preview adds to pages: a bar that tells of findings, their page, and the reloading.

Plain text in, HTML out; the published site contains nothing of this.
"""

from collections.abc import Iterable
from html import escape

from site_gen.findings import Finding, Severity
from site_gen.preview.live import Shown

FOLDER = "/_preview/"
VERSION = f"{FOLDER}version"
SCRIPT = f"{FOLDER}reload.js"
SHEET = f"{FOLDER}notes.css"

RELOAD = """\
const known = document.currentScript.dataset.version;
const look = async () => {
  const answer = await fetch("/_preview/version").catch(() => null);
  if (answer && (await answer.text()) !== known) location.reload();
  else setTimeout(look, 1000);
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


def annotated(page: str, shown: Shown) -> str:
    """A page of the site with the bar, if there is anything to tell, and the reloading."""
    opening, tag, rest = page.partition("<body>")
    before, end, after = f"{tag}{_bar(shown)}{rest}".rpartition("</body>")
    return f"{opening}{before}{_script(shown)}{end}{after}"


def findings_page(shown: Shown) -> str:
    """Everything that was found, the most severe first."""
    groups = [(kind, [one for one in shown.findings if one.severity is kind]) for kind in Severity]
    parts = [_group(kind, found) for kind, found in groups if found]
    body = "".join(parts) or "<p>没有发现问题。</p>"
    back = '<p><a href="/">看网站</a></p>' if shown.site else "<p>改好“错误”，网站就出来。</p>"
    return (
        '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>要改的地方</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="{SHEET}"></head>'
        '<body class="preview-page">'
        f"<h1>要改的地方</h1>{back}{body}{_script(shown)}</body></html>"
    )


def _group(kind: Severity, found: Iterable[Finding]) -> str:
    items = "".join(f"<li>{_item(finding)}</li>" for finding in found)
    return f"<h2>{escape(kind.term)}：{escape(kind.definition)}</h2><ol>{items}</ol>"


def _item(finding: Finding) -> str:
    where, told = escape(str(finding.where)), escape(f"{finding.code} {finding.message}。")
    return f"<code>{where}</code><br><strong>{told}</strong>{escape(finding.hint)}"


def _bar(shown: Shown) -> str:
    if not shown.findings:
        return ""
    state = "，现在看到的是上一次好的样子" if shown.is_behind else ""
    return (
        f'<link rel="stylesheet" href="{SHEET}"><p class="preview-bar">'
        f'<a href="{FOLDER}">有 {len(shown.findings)} 处要改{state}</a></p>'
    )


def _script(shown: Shown) -> str:
    return f'<script src="{SCRIPT}" data-version="{shown.version}"></script>'
