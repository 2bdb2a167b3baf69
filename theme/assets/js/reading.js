/* Reads the main part aloud, sentence by sentence, and shows which one: with a voice of the device
   itself, because others would send the text to somebody's server. Without such a voice the button
   stays hidden. Words of the buttons stand in the page; here is none. */
(function () {
  'use strict';

  var BLOCKS = 'h1, h2, h3, h4, p, li, dt, dd, figcaption, caption, th, td';
  var SENTENCE = /[^。！？；!?;]+[。！？；!?;]*[”’）」』]*/g;
  var speech = window.speechSynthesis;
  var button = document.querySelector('[data-read]');
  var bar = document.querySelector('[data-read-bar]');
  if (!speech || !button || !bar) { return; }

  var pause = bar.querySelector('[data-read-pause]');
  var resume = bar.querySelector('[data-read-resume]');
  var highlights = window.CSS && window.CSS.highlights;
  var sentences = [];
  var at = 0;
  // What is being said: kept, or some browsers forget it before they tell that it has ended.
  var words = null;
  var marked = null;

  function isOurs(language) {
    var own = document.documentElement.lang.split('-')[0];
    var first = language.toLowerCase().split(/[-_]/)[0];
    return first === own || (first === 'cmn' && own === 'zh');
  }

  function ownVoice() {
    return speech.getVoices().find(function (voice) {
      return voice.localService && isOurs(voice.lang);
    });
  }

  function isRead(block) {
    return block.getClientRects().length > 0 && !block.querySelector(BLOCKS) &&
      isOurs(block.closest('[lang]').lang) && block.textContent.trim() !== '';
  }

  /** The texts of a block, each with the place in the block where it begins. */
  function textsOf(block) {
    var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    var texts = [];
    var start = 0;
    while (walker.nextNode()) {
      texts.push({ node: walker.currentNode, start: start });
      start += walker.currentNode.length;
    }
    return texts;
  }

  function place(texts, offset) {
    var text = texts.filter(function (each) { return each.start <= offset; }).pop();
    return [text.node, offset - text.start];
  }

  function rangeOf(texts, start, end) {
    var range = document.createRange();
    range.setStart.apply(range, place(texts, start));
    range.setEnd.apply(range, place(texts, end));
    return range;
  }

  function sentencesOf(block) {
    var texts = textsOf(block);
    var found = [];
    block.textContent.replace(SENTENCE, function (match, start) {
      var text = match.replace(/\s+/g, ' ').trim();
      if (text) { found.push({ text: text, block: block, range: rangeOf(texts, start, start + match.length) }); }
      return match;
    });
    return found;
  }

  /** From the first block that is not scrolled past, to the end. */
  function fromHere() {
    var selector = '#main ' + BLOCKS.split(', ').join(', #main ');
    var blocks = Array.from(document.querySelectorAll(selector)).filter(isRead);
    var left = blocks.filter(function (block) { return block.getBoundingClientRect().bottom > 0; });
    return left.reduce(function (all, block) { return all.concat(sentencesOf(block)); }, []);
  }

  function unmark() {
    if (highlights) { highlights.delete('spoken'); }
    if (marked) { marked.classList.remove('spoken'); }
    marked = null;
  }

  function mark(sentence) {
    unmark();
    if (highlights) {
      highlights.set('spoken', new Highlight(sentence.range));
    } else {
      marked = sentence.block;
      marked.classList.add('spoken');
    }
    var box = sentence.range.getBoundingClientRect();
    var room = window.innerHeight - bar.offsetHeight;
    if (box.top < 0 || box.bottom > room) { window.scrollBy(0, box.top - room / 3); }
  }

  function silence() {
    words = null;
    speech.cancel();
  }

  function say() {
    if (at >= sentences.length) { stop(); return; }
    var said = new SpeechSynthesisUtterance(sentences[at].text);
    words = said;
    said.voice = ownVoice();
    said.lang = said.voice ? said.voice.lang : document.documentElement.lang;
    said.onend = function () {
      if (words === said) { at += 1; say(); }
    };
    said.onerror = function () {
      if (words === said) { stop(); }
    };
    mark(sentences[at]);
    speech.speak(said);
  }

  function show(state) {
    var isIdle = state === 'idle';
    var isHeld = bar.contains(document.activeElement);
    bar.hidden = isIdle;
    button.hidden = !isIdle;
    pause.hidden = state !== 'reading';
    resume.hidden = state !== 'paused';
    document.documentElement.classList.toggle('is-read', !isIdle);
    if (isIdle && isHeld) { button.focus(); }
  }

  function start() {
    sentences = fromHere();
    at = 0;
    silence();
    show('reading');
    pause.focus();
    say();
  }

  function stop() {
    silence();
    unmark();
    show('idle');
  }

  function hold() {
    silence();
    show('paused');
    resume.focus();
  }

  function goOn() {
    show('reading');
    pause.focus();
    say();
  }

  function offer() {
    if (bar.hidden) { button.hidden = !ownVoice(); }
  }

  button.addEventListener('click', start);
  pause.addEventListener('click', hold);
  resume.addEventListener('click', goOn);
  bar.querySelector('[data-read-stop]').addEventListener('click', stop);
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && !bar.hidden) { stop(); }
  });
  window.addEventListener('pagehide', silence);
  if (speech.addEventListener) { speech.addEventListener('voiceschanged', offer); }
  offer();
})();
