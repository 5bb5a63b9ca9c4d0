// The browser's half of client/platform/web/page.hpp: a canvas with the pixels, and a field nobody
// sees that has the focus, so that every keyboard, dead key and input method types as it always does.
mergeInto(LibraryManager.library, {
  $Page: {
    canvas: null, context: null, field: null, timer: 0, frame: 0, touches: null, sound: null,
    hides: false,
    byHand: null,  // the dialog to copy from, while it is open

    // Text to the program; what is done with it must be copied before the next call.
    withText: function (text, use) {
      var size = lengthBytesUTF8(text) + 1, at = _malloc(size);
      stringToUTF8(text, at, size);
      var answer = use(at);
      _free(at);
      return answer;
    },

    beatSoon: function () {
      if (Page.frame) return;
      // A page that nobody sees gets no animation frames, and must still hear its line.
      if (document.hidden) {
        Page.frame = -setTimeout(Page.beat, 50);
      } else {
        Page.frame = requestAnimationFrame(Page.beat);
      }
    },
    beat: function () { Page.frame = 0; _page_beat(); },

    density: function () { return Math.max(1, Math.min(2, window.devicePixelRatio || 1)); },
    resize: function () {
      var density = Page.density(), canvas = Page.canvas;
      var width = Math.max(1, Math.floor(innerWidth * density));
      var height = Math.max(1, Math.floor(innerHeight * density));
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = width / density + 'px';
      canvas.style.height = height / density + 'px';
      _page_resize(width, height, density);
      Page.beatSoon();
    },

    modifiers: function (event) {
      var third = event.getModifierState && event.getModifierState('AltGraph');
      return (event.shiftKey ? 1 : 0) | (event.ctrlKey || event.metaKey ? 2 : 0) |
        (event.altKey ? 4 : 0) | (third ? 8 : 0) |
        (event.getModifierState && event.getModifierState('NumLock') ? 16 : 0);
    },

    keyDown: function (event) {
      if (Page.byHand) return;
      if (event.isComposing || event.keyCode === 229) return;
      var sign = event.key && Array.from(event.key).length === 1 ? event.key.codePointAt(0) : 0;
      var meant = Page.withText(event.code || '', function (code) {
        return _page_key(code, sign, Page.modifiers(event), event.repeat ? 1 : 0);
      });
      // Taken whole, or taken where nothing is typed: a button would press itself once more.
      if (meant === 1 || (meant === 2 && !Page.isField(event.target))) event.preventDefault();
    },
    isField: function (element) {
      return element && (element.tagName === 'INPUT' || element.tagName === 'TEXTAREA');
    },

    // The field holds one space before the caret, so that deleting shows as well.
    emptyField: function () {
      Page.field.value = ' ';
      Page.field.setSelectionRange(1, 1);
    },
    typed: function (event) {
      if (event.isComposing) return;
      var text = Page.field.value;
      Page.emptyField();
      if (text === '') {
        Page.withText('Backspace', function (code) { _page_key(code, 0, 0, 0); });
      } else if (text !== ' ') {
        text = text.charAt(0) === ' ' ? text.slice(1) : text;
        Page.withText(text, function (at) { _page_text(at); });
      }
    },

    at: function (event, use) {
      var box = Page.canvas.getBoundingClientRect(), density = Page.density();
      return use((event.clientX - box.left) * density, (event.clientY - box.top) * density);
    },
    // The browser's focus goes where the kit's is; else to the field that takes all keys.
    focusField: function () {
      if (Page.byHand) return;
      var wanted = Mirror.focused() || Page.field;
      if (document.activeElement === wanted) return;
      Page.moves = true;
      wanted.focus({preventScroll: true});
      Page.moves = false;
    },
    pointerDown: function (event) {
      if (event.button !== 0) return;
      event.preventDefault();
      Page.focusField();
      // A finger that moves on scrolls; one that stays clicks where it leaves.
      if (event.pointerType === 'touch') {
        Page.touches = {id: event.pointerId, x: event.clientX, y: event.clientY, last: event.clientY,
                        scrolls: false};
        return;
      }
      Page.canvas.setPointerCapture(event.pointerId);
      Page.at(event, function (x, y) { _page_press(x, y, Page.clicks(event)); });
    },
    // Pointer events do not count clicks.
    clicks: function (event) {
      var last = Page.lastPress, now = event.timeStamp;
      var again = last && now - last.time < 500 && Math.abs(event.clientX - last.x) < 5 &&
        Math.abs(event.clientY - last.y) < 5;
      Page.lastPress = {time: now, x: event.clientX, y: event.clientY,
                        count: again ? last.count + 1 : 1};
      return Page.lastPress.count;
    },
    pointerMove: function (event) {
      var touch = Page.touches;
      if (event.pointerType === 'touch' && touch) {
        if (touch.id !== event.pointerId) return;
        if (!touch.scrolls && Math.abs(event.clientY - touch.y) < 8) return;
        touch.scrolls = true;
        Page.at(event, function (x, y) { _page_move(x, y); });
        _page_scroll((event.clientY - touch.last) / 60);
        touch.last = event.clientY;
      } else {
        Page.at(event, function (x, y) { _page_move(x, y); });
      }
      Page.beatSoon();
    },
    pointerUp: function (event) {
      if (event.pointerType === 'touch') {
        var touch = Page.touches;
        Page.touches = null;
        if (!touch || touch.scrolls || event.type === 'pointercancel') return;
        Page.at(event, function (x, y) {
          _page_press(x, y, Page.clicks(event));
          _page_release(x, y);
          _page_move(-1, -1);
        });
      } else if (event.button === 0 || event.type === 'pointercancel') {
        Page.at(event, function (x, y) { _page_release(x, y); });
      }
    },
    wheel: function (event) {
      if (event.ctrlKey) return;  // the browser's own zoom
      event.preventDefault();
      var lines = event.deltaMode === 1 ? event.deltaY / 3
        : event.deltaMode === 2 ? event.deltaY * 3 : event.deltaY / 100;
      Page.at(event, function (x, y) { _page_move(x, y); });
      _page_scroll(-lines);
      Page.beatSoon();
    },

    copied: function (event) {
      if (Page.byHand) return;
      var at = _page_copy(event.type === 'cut' ? 1 : 0);
      if (!at) return;
      event.clipboardData.setData('text/plain', UTF8ToString(at));
      event.preventDefault();
    },
    pasted: function (event) {
      if (Page.byHand) return;
      var text = event.clipboardData.getData('text/plain');
      event.preventDefault();
      Page.withText(text, function (at) { _page_paste(at); });
    },

    // What a button puts on the clipboard, while the click that asked for it is being handled. True:
    // it is there. The newer way tells that only later, so it is the second.
    toClipboard: function (text) {
      if (Page.copySelected(text)) return 1;
      if (navigator.clipboard && window.isSecureContext)
        navigator.clipboard.writeText(text).catch(function () { Page.copyByHand(text); });
      else
        Page.copyByHand(text);
      return 0;
    },
    copySelected: function (text) {
      var field = Page.field, before = field.value;
      Page.hides = true;
      field.value = text;
      field.select();
      var done = false;
      try { done = document.execCommand('copy'); } catch (refused) { done = false; }
      field.value = before;
      Page.emptyField();
      Page.hides = false;
      return done;
    },
    // Where the browser refuses, the person copies it: the text in a field, chosen.
    copyByHand: function (text) {
      if (Page.byHand) Page.byHand.remove();
      var dialog = Page.byHand = document.createElement('dialog');
      var add = function (tag, words) {
        var made = document.createElement(tag);
        made.textContent = words;
        dialog.append(made);
        return made;
      };
      dialog.id = 'by-hand';
      var words = add('p', casustafelSays('page.not_copied')), field = add('textarea', text);
      words.id = 'by-hand-words';
      dialog.setAttribute('aria-labelledby', words.id);
      field.readOnly = true;
      field.setAttribute('aria-labelledby', words.id);
      add('button', casustafelSays('page.close')).addEventListener('click', function () {
        dialog.close();
      });
      dialog.addEventListener('close', function () {
        dialog.remove();
        Page.byHand = null;
        Page.focusField();
      });
      document.body.append(dialog);
      dialog.showModal();
      field.focus();
      field.select();
    },

    // What the person set for all pages, also while this one is open.
    followPreferences: function () {
      var probe = document.getElementById('size'), size = probe.offsetWidth || 1;
      var queries = ['(prefers-contrast: more)', '(forced-colors: active)'].map(function (query) {
        return matchMedia(query);
      });
      function follow() {
        var now = probe.offsetWidth || size;
        _page_prefer(queries.some(function (query) { return query.matches; }) ? 1 : 0, now / size);
        size = now;
      }
      var calm = matchMedia('(prefers-reduced-motion: reduce)');
      function followCalm() { _page_keep_still(calm.matches ? 1 : 0); }
      followCalm();
      queries.forEach(function (query) {
        if (query.addEventListener) query.addEventListener('change', follow);
      });
      if (calm.addEventListener) calm.addEventListener('change', followCalm);
      if (typeof ResizeObserver === 'function')
        new ResizeObserver(function () { if (probe.offsetWidth !== size) follow(); }).observe(probe);
    },

    listen: function () {
      var canvas = Page.canvas, field = Page.field;
      Page.followPreferences();
      canvas.addEventListener('pointerdown', Page.pointerDown);
      canvas.addEventListener('pointermove', Page.pointerMove);
      canvas.addEventListener('pointerup', Page.pointerUp);
      canvas.addEventListener('pointercancel', Page.pointerUp);
      canvas.addEventListener('pointerleave', function () { _page_move(-1, -1); Page.beatSoon(); });
      canvas.addEventListener('wheel', Page.wheel, {passive: false});
      canvas.addEventListener('contextmenu', function (event) { event.preventDefault(); });
      document.addEventListener('keydown', Page.keyDown);
      Mirror.listen();
      field.addEventListener('input', Page.typed);
      field.addEventListener('compositionstart', function () { field.style.opacity = '1'; });
      field.addEventListener('compositionend', function (event) {
        field.style.opacity = '0';
        Page.typed(event);
      });
      ['copy', 'cut'].forEach(function (kind) {
        document.addEventListener(kind, function (event) { if (!Page.hides) Page.copied(event); });
      });
      document.addEventListener('paste', Page.pasted);
      addEventListener('resize', Page.resize);
      document.addEventListener('visibilitychange', function () {
        _page_hide(document.hidden ? 1 : 0);
        if (!document.hidden) { document.title = document.title.replace(/^● /, ''); _line_awake(); }
        // A frame that was asked for before does not come while nobody looks.
        if (Page.frame > 0) cancelAnimationFrame(Page.frame);
        Page.frame = 0;
        Page.beatSoon();
      });
      document.addEventListener('resume', function () { _line_awake(); });
      addEventListener('online', function () { _line_awake(); });
      addEventListener('pageshow', function (event) { if (event.persisted) _line_awake(); });
      addEventListener('pagehide', function () { _page_leaves(); });
    }
  },

  page_open__deps: ['$Page', '$Mirror', 'malloc', 'free'],
  page_open: function () {
    Page.canvas = document.getElementById('screen');
    Page.context = Page.canvas.getContext('2d', {alpha: false});
    Page.field = document.getElementById('typing');
    Page.emptyField();
    Page.listen();
    Page.resize();
    Page.focusField();
    var words = document.getElementById('starting');
    if (words) words.remove();
  },
  page_beat_after__deps: ['$Page'],
  page_beat_after: function (ms) {
    clearTimeout(Page.timer);
    if (ms === 0) Page.beatSoon();
    else if (ms > 0) Page.timer = setTimeout(Page.beatSoon, ms);
  },
  page_beat_soon__deps: ['$Page'],
  page_beat_soon: function () { Page.beatSoon(); },
  page_show__deps: ['$Page'],
  page_show: function (pixels, width, height, left, top, right, bottom) {
    var bytes = new Uint8ClampedArray(HEAPU8.buffer, pixels, width * height * 4);
    Page.context.putImageData(new ImageData(bytes, width, height), 0, 0, left, top,
                              right - left, bottom - top);
  },
  page_set_caret__deps: ['$Page'],
  page_set_caret: function (left, top, height) {
    var style = Page.field.style, density = Page.density();
    style.left = left / density + 'px';
    style.top = top / density + 'px';
    style.height = height / density + 'px';
  },
  page_to_clipboard__deps: ['$Page'],
  page_to_clipboard: function (text) { return Page.toClipboard(UTF8ToString(text)); },
  page_set_title: function (text) {
    var marked = document.title.charAt(0) === '●' ? '● ' : '';
    document.title = marked + UTF8ToString(text);
  },
  page_call_attention: function () {
    if (document.hidden && document.title.charAt(0) !== '●') document.title = '● ' + document.title;
  },
  page_download: function (name, text) {
    try {
      var link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([UTF8ToString(text)], {type: 'text/html'}));
      link.download = UTF8ToString(name);
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
      return 1;
    } catch (refused) {
      return 0;
    }
  },
  page_play__deps: ['$Page'],
  page_play: function (samples, count, rate) {
    var Audio = window.AudioContext || window.webkitAudioContext;
    if (!Audio) return;
    Page.sound = Page.sound || new Audio();
    if (Page.sound.state === 'suspended') Page.sound.resume();
    var buffer = Page.sound.createBuffer(1, count, rate), to = buffer.getChannelData(0);
    for (var at = 0; at < count; ++at) to[at] = HEAP16[(samples >> 1) + at] / 32768;
    var source = Page.sound.createBufferSource();
    source.buffer = buffer;
    source.connect(Page.sound.destination);
    source.start();
  },
  page_chance: function (to, count) { crypto.getRandomValues(HEAPU8.subarray(to, to + count)); },
  page_address__deps: ['$Page'],
  page_address: function () {
    var port = location.port || (location.protocol === 'https:' ? '443' : '80');
    var text = location.protocol + '//' + location.hostname + ':' + port;
    var size = lengthBytesUTF8(text) + 1, at = _malloc(size);
    stringToUTF8(text, at, size);
    return at;
  },
  page_path__deps: ['$Page'],
  page_path: function () {
    var text = decodeURIComponent(location.pathname.split('/').pop()) + location.hash;
    var size = lengthBytesUTF8(text) + 1, at = _malloc(size);
    stringToUTF8(text, at, size);
    return at;
  },

  // What the tab keeps. A browser may refuse storage altogether.
  kept_read__deps: ['$Page'],
  kept_read: function (name) {
    var text = null;
    try { text = sessionStorage.getItem('casustafel.' + UTF8ToString(name)); } catch (refused) {}
    if (text === null) return 0;
    var size = lengthBytesUTF8(text) + 1, at = _malloc(size);
    stringToUTF8(text, at, size);
    return at;
  },
  kept_write: function (name, text) {
    try {
      sessionStorage.setItem('casustafel.' + UTF8ToString(name), UTF8ToString(text));
      return 1;
    } catch (refused) {
      return 0;
    }
  },
  kept_forget: function (name) {
    try { sessionStorage.removeItem('casustafel.' + UTF8ToString(name)); } catch (refused) {}
  },
  // All names, with a line end after each.
  kept_names__deps: ['$Page'],
  kept_names: function () {
    var names = '';
    try {
      for (var at = 0; at < sessionStorage.length; ++at) {
        var name = sessionStorage.key(at);
        if (name.indexOf('casustafel.') === 0) names += name.slice(11) + '\n';
      }
    } catch (refused) {}
    var size = lengthBytesUTF8(names) + 1, to = _malloc(size);
    stringToUTF8(names, to, size);
    return to;
  }
});
