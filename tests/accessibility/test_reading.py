"""Reading aloud: sentence by sentence, seen and followed, stopped and taken up; never to strangers.

The voices are made up, because the browser of the tests has none: they write down what they are
given, and have said it when the test wants them to.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.accessibility.conftest import PHONE, Finished
from tests.accessibility.test_axe import violations
from tests.browser import watched_tab

pytestmark = pytest.mark.browser

SESSION = "wuli/sessions/2026/0423-yinshui/"
VOICES = """(() => {
  const listeners = [];
  const made = { voices: [], said: [], speaking: null };
  const told = {
    getVoices: () => made.voices,
    addEventListener: (kind, listener) => listeners.push(listener),
    cancel: () => {
      const [cut] = [made.speaking];
      made.speaking = null;
      if (cut) setTimeout(() => cut.onerror?.({ error: 'canceled' }));
    },
    speak: (words) => { made.speaking = words; made.said.push(words.text); },
  };
  made.arrive = (voices) => { made.voices = voices; listeners.forEach((each) => each()); };
  made.finish = () => { const words = made.speaking; made.speaking = null; words?.onend?.({}); };
  Object.defineProperty(window, 'speechSynthesis', { value: told });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class { constructor(text) { this.text = text; } },
  });
  window.made = made;
})()"""
OWN = "made.arrive([{ lang: 'zh-CN', localService: true, name: 'own' }])"
MARKED = "[...CSS.highlights.get('spoken') ?? []].map(String).join().replace(/\\s+/g, ' ').trim()"
ON_SCREEN = """() => {
  const [range] = CSS.highlights.get('spoken');
  const { top, bottom } = range.getBoundingClientRect();
  const bar = document.querySelector('[data-read-bar]').getBoundingClientRect();
  return top >= 0 && bottom <= bar.top;
}"""


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Tab]:
    """A phone whose voices have not arrived yet."""
    with watched_tab(chromium) as made:
        made.set_viewport_size(PHONE)
        made.emulate_media(reduced_motion="reduce")
        made.add_init_script(VOICES)
        yield made


def said(tab: Tab) -> list[str]:
    """What was given to the voice so far."""
    texts: list[str] = tab.evaluate("made.said")
    return texts


def begin(tab: Tab, example: Finished) -> None:
    tab.goto(example.url + SESSION)
    tab.evaluate(OWN)
    tab.click("[data-read]")


def test_without_a_voice_of_the_device_there_is_no_button(tab: Tab, example: Finished) -> None:
    tab.goto(example.url + SESSION)
    expect(tab.locator("[data-read]")).to_be_hidden()
    tab.evaluate("made.arrive([{ lang: 'zh-CN', localService: false, name: 'of a server' }])")
    expect(tab.locator("[data-read]")).to_be_hidden()
    tab.evaluate("made.arrive([{ lang: 'en-US', localService: true, name: 'another language' }])")
    expect(tab.locator("[data-read]")).to_be_hidden()


def test_a_voice_that_arrives_late_brings_the_button(tab: Tab, example: Finished) -> None:
    tab.goto(example.url + SESSION)
    tab.evaluate(OWN)
    expect(tab.locator("[data-read]")).to_be_visible()
    expect(tab.locator("[data-read-bar]")).to_be_hidden()


def test_the_sentence_that_is_said_is_marked_and_on_the_screen(tab: Tab, example: Finished) -> None:
    begin(tab, example)
    for _ in range(40):
        assert tab.evaluate(MARKED) == said(tab)[-1]
        assert tab.evaluate(ON_SCREEN)
        tab.evaluate("made.finish()")

    assert len(said(tab)) == 41
    assert tab.evaluate("scrollY") > 0


def test_everything_is_read_once_and_then_it_ends(tab: Tab, example: Finished) -> None:
    begin(tab, example)
    tab.evaluate("() => { while (made.speaking) made.finish(); }")

    read = "".join(said(tab)).replace(" ", "")
    assert read.count("".join(tab.inner_text("h1").split())) >= 1
    assert all(len(text) < 200 for text in said(tab))
    expect(tab.locator("[data-read-bar]")).to_be_hidden()
    expect(tab.locator("[data-read]")).to_be_visible()
    assert tab.evaluate(MARKED) == ""


def test_it_pauses_and_takes_up_the_same_sentence(tab: Tab, example: Finished) -> None:
    begin(tab, example)
    tab.evaluate("made.finish()")
    tab.keyboard.press("Enter")  # 暂停 has the focus
    expect(tab.locator("[data-read-pause]")).to_be_hidden()
    assert tab.evaluate("made.speaking") is None
    tab.keyboard.press("Enter")

    assert said(tab)[-1] == said(tab)[-2]
    assert tab.evaluate(MARKED) == said(tab)[-1]


@pytest.mark.parametrize("key", ["Escape", "button"])
def test_it_stops_and_gives_the_focus_back(tab: Tab, example: Finished, key: str) -> None:
    begin(tab, example)
    if key == "button":
        tab.click("[data-read-stop]")
    else:
        tab.keyboard.press(key)

    expect(tab.locator("[data-read-bar]")).to_be_hidden()
    assert tab.evaluate("document.activeElement.hasAttribute('data-read')")
    assert tab.evaluate("made.speaking") is None
    assert tab.evaluate(MARKED) == ""


def test_a_voice_that_fails_ends_it(tab: Tab, example: Finished) -> None:
    begin(tab, example)
    tab.evaluate("made.speaking.onerror({ error: 'synthesis-failed' })")

    expect(tab.locator("[data-read]")).to_be_visible()


def test_it_begins_where_the_reader_is(tab: Tab, example: Finished) -> None:
    tab.goto(example.url + SESSION)
    tab.evaluate(OWN)
    tab.evaluate("scrollTo(0, document.querySelector('.suggestion').offsetTop)")
    tab.evaluate("document.querySelector('[data-read]').click()")

    assert said(tab)[0].startswith("建议 1")


def test_without_highlights_of_ranges_the_block_is_marked(tab: Tab, example: Finished) -> None:
    tab.add_init_script("delete CSS.highlights; Object.defineProperty(CSS, 'highlights', {})")
    begin(tab, example)

    assert tab.locator(".spoken").count() == 1
    tab.keyboard.press("Escape")
    assert tab.locator(".spoken").count() == 0


def test_nothing_is_found_while_it_reads(tab: Tab, example: Finished) -> None:
    begin(tab, example)

    assert violations(tab) == []
