/* Large type and high contrast, remembered and set before the first paint; the menu on phones.
   Runs in the head, so it listens on the document; without it the page shows everything. */
(function () {
  'use strict';

  var root = document.documentElement;
  var modes = ['large', 'contrast'];

  function remembered(mode) {
    try {
      return localStorage.getItem('consultation-' + mode) === 'on';
    } catch (refused) {
      return false;
    }
  }

  function remember(mode, on) {
    try {
      localStorage.setItem('consultation-' + mode, on ? 'on' : 'off');
    } catch (refused) {
      return; // Storage is blocked: the choice holds for this page only.
    }
  }

  function show(mode, on) {
    root.classList.toggle('mode-' + mode, on);
    document.querySelectorAll('[data-mode="' + mode + '"]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(on));
    });
  }

  function toggleMenu(button) {
    var open = button.getAttribute('aria-expanded') !== 'true';
    button.setAttribute('aria-expanded', String(open));
    root.classList.toggle('menu-open', open);
  }

  root.classList.add('js');
  // A list that the address asks for comes by script; what stands in its place is not shown first.
  root.classList.toggle('asked', window.location.search.length > 1);
  modes.forEach(function (mode) { show(mode, remembered(mode)); });

  document.addEventListener('DOMContentLoaded', function () {
    modes.forEach(function (mode) { show(mode, root.classList.contains('mode-' + mode)); });
  });

  document.addEventListener('click', function (event) {
    var button = event.target.closest ? event.target.closest('[data-mode], [data-menu]') : null;
    if (!button) { return; }
    if (button.hasAttribute('data-menu')) { toggleMenu(button); return; }
    var mode = button.getAttribute('data-mode');
    var on = !root.classList.contains('mode-' + mode);
    show(mode, on);
    remember(mode, on);
  });

  // Paper shows what is folded, and where a list that was chosen by facets is found again.
  // Style sheets open what is folded, too, in browsers that can.
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('details:not([open])').forEach(function (folded) {
      folded.open = true;
      folded.setAttribute('data-folded', '');
    });
    document.querySelectorAll('[data-here]').forEach(function (line) {
      line.textContent = location.href;
    });
  });

  window.addEventListener('afterprint', function () {
    document.querySelectorAll('details[data-folded]').forEach(function (folded) {
      folded.open = false;
      folded.removeAttribute('data-folded');
    });
  });

  document.addEventListener('keydown', function (event) {
    var button = document.querySelector('[data-menu][aria-expanded="true"]');
    if (event.key !== 'Escape' || !button) { return; }
    toggleMenu(button);
    button.focus();
  });
})();
