/* Reads the main part aloud, block by block, with a voice of the device itself: voices that would
   send the text to somebody's server are not used. Without such a voice the button stays hidden. */
(function () {
  'use strict';

  var BLOCKS = 'h1, h2, h3, h4, p, li, dt, dd, figcaption, caption, th, td';
  var speech = window.speechSynthesis;
  var button = document.querySelector('[data-read]');
  if (!speech || !button) { return; }

  function ownVoice() {
    return speech.getVoices().find(function (voice) {
      return voice.localService && /^(zh|cmn)\b/i.test(voice.lang);
    });
  }

  function isRead(block) {
    var language = block.closest('[lang]').lang;
    return block.getClientRects().length > 0 && !block.querySelector(BLOCKS) &&
      /^zh/.test(language) && block.textContent.trim() !== '';
  }

  // The button says what it will do next, so it has no state besides its name.
  var reading = false;

  function show(on) {
    reading = on;
    button.textContent = on ? '停止朗读' : '朗读';
  }

  function stop() {
    speech.cancel();
    show(false);
  }

  function start() {
    var blocks = Array.from(document.querySelectorAll('#main ' + BLOCKS.split(', ').join(', #main ')));
    var texts = blocks.filter(isRead).map(function (block) { return block.textContent.trim(); });
    show(texts.length > 0);
    texts.forEach(function (text, index) {
      var words = new SpeechSynthesisUtterance(text.replace(/\s+/g, ' '));
      words.voice = ownVoice();
      words.lang = 'zh-CN';
      if (index === texts.length - 1) { words.onend = function () { show(false); }; }
      speech.speak(words);
    });
  }

  function offer() {
    button.hidden = !ownVoice();
  }

  button.addEventListener('click', function () {
    if (reading) { stop(); } else { start(); }
  });
  window.addEventListener('pagehide', stop);
  if (speech.addEventListener) { speech.addEventListener('voiceschanged', offer); }
  offer();
})();
