// Whether this workstation can take part, for somebody who reads it to a help desk on the phone. The
// packer puts the ways (client/net/web/ways.js) and `texts` (assets/text/page) before this. Each look
// gives {is, key, words, advice}; they are made once and said in the language that is chosen.
(function () {
  var script = document.currentScript;
  var patienceMs = 8000, slowMs = 20000, tolerableClockMs = 120000;
  var least = {width: 1280, height: 640};
  var language = 'nl';  // as the client begins
  var place = new URL('./', document.baseURI), server = '', results = {};
  var order = ['browser', 'program', 'secure', 'socket', 'stream', 'poll', 'clock', 'letters', 'storage',
               'size'];

  function say(key, words) {
    return texts[language][key].replace(/\{(\d)\}/g, function (mark, at) { return (words || [])[at]; });
  }
  function good(key, words) { return {is: 'good', key: key, words: words}; }
  function notice(key, words, advice, more) {
    return {is: 'notice', key: key, words: words, advice: advice, more: more || [place.host]};
  }
  function wrong(key, words, advice, more) {
    return {is: 'wrong', key: key, words: words, advice: advice, more: more || [place.host]};
  }

  function lookAtBrowser() {
    var canvas = document.createElement('canvas');
    var parts = {
      WebAssembly: typeof WebAssembly === 'object' && typeof WebAssembly.instantiate === 'function',
      Canvas: !!(canvas.getContext && canvas.getContext('2d')),
      fetch: typeof fetch === 'function',
      EventSource: typeof EventSource === 'function',
      crypto: !!(window.crypto && crypto.getRandomValues),
      PointerEvent: typeof PointerEvent === 'function'
    };
    var missing = Object.keys(parts).filter(function (name) { return !parts[name]; });
    return missing.length ? wrong('browser.wrong', [missing.join(', ')], 'browser.do')
      : good('browser.good');
  }

  // The program itself, as the client loads it, so that a filter between shows here.
  function lookAtProgram() {
    var began = performance.now();
    return fetch(script.getAttribute('data-wasm')).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.arrayBuffer();
    }).then(function (bytes) { return WebAssembly.compile(bytes); }).then(function () {
      var ms = performance.now() - began, seconds = (ms / 1000).toFixed(1);
      return ms < slowMs ? good('program.good', [seconds])
        : notice('program.notice', [seconds], 'program.notice_do');
    }).catch(function (error) { return wrong('program.wrong', [error.message], 'program.do'); });
  }

  function lookAtSecure() {
    return window.isSecureContext ? good('secure.good') : notice('secure.notice', [], 'secure.do');
  }

  // A Hello frame as the client says it (proto/casustafel/v1/envelope.proto).
  function hello() {
    var versions = script.getAttribute('data-versions').split(' ').map(Number);
    var name = 'werkt-het', said = [8, versions[0], 16, versions[1], 26, name.length];
    for (var at = 0; at < name.length; ++at) said.push(name.charCodeAt(at));
    return new Uint8Array([10, said.length].concat(said));
  }
  // The server's name out of a batch with a Welcome; null: it is none.
  function welcomed(bytes) {
    if (bytes[0] !== 10 || bytes[2] !== 10) return null;
    for (var at = 4; at < bytes.length; at += 2)
      if (bytes[at] === 18)
        return String.fromCharCode.apply(null, bytes.subarray(at + 2, at + 2 + bytes[at + 1]));
    return '';
  }

  // Says Hello by this way; how long the answer took, or why there was none.
  function tryWay(way) {
    return new Promise(function (done) {
      var began = performance.now(), line = null, ended = false;
      function end(answer) {
        if (ended) return;
        ended = true;
        if (line) line.close();
        done(answer);
      }
      setTimeout(function () { end({}); }, patienceMs);
      try {
        line = casustafelWays[way]({
          opened: function () { line.send(hello()); },
          lost: function (code) { end({other: code >= 4000}); },
          received: function (bytes) {
            var name = welcomed(bytes);
            if (name === null) return end({other: true});
            server = name;
            end({ms: Math.round(performance.now() - began)});
          }
        });
      } catch (refused) {
        end({});
      }
    });
  }

  function lookAtWays() {
    var ways = ['socket', 'stream', 'poll'];
    var address = (place.protocol === 'https:' ? 'wss://' : 'ws://') + place.host + place.pathname + 'ws';
    return Promise.all(ways.map(tryWay)).then(function (answers) {
      var any = answers.some(function (answer) { return answer.ms !== undefined; });
      ways.forEach(function (way, at) {
        var answer = answers[at];
        results[way] = answer.ms !== undefined ? good('way.good', [answer.ms])
          : answer.other ? wrong('way.other', [], 'way.other_do')
          : !any ? wrong('way.wrong', [], 'way.do', [address, place.href])
          : way === 'socket' ? notice('way.notice', [], 'way.notice_do', [address])
          : notice('way.notice', []);
      });
    });
  }

  function lookAtClock() {
    var asked = Date.now();
    return fetch('tijd', {cache: 'no-store'}).then(function (answer) {
      return answer.ok ? answer.text() : Promise.reject();
    }).then(function (told) {
      var ahead = Math.abs((asked + Date.now()) / 2 - Number(told));
      if (!(ahead >= 0)) return Promise.reject();
      var seconds = Math.round(ahead / 1000);
      return ahead < tolerableClockMs ? good('clock.good', [seconds])
        : notice('clock.notice', [seconds], 'clock.do');
    }).catch(function () { return notice('clock.unknown', [], 'clock.unknown_do'); });
  }

  function lookAtLetters() {
    return fetch(script.getAttribute('data-letters')).then(function (answer) {
      return answer.ok ? answer.arrayBuffer() : Promise.reject();
    }).then(function (bytes) {
      return bytes.byteLength > 1000 ? good('letters.good') : Promise.reject();
    }).catch(function () { return wrong('letters.wrong', [], 'letters.do'); });
  }

  function lookAtStorage() {
    var name = 'casustafel.werkt-het';
    try {
      sessionStorage.setItem(name, 'x');
      var kept = sessionStorage.getItem(name) === 'x';
      sessionStorage.removeItem(name);
      if (kept) return good('storage.good');
    } catch (refused) { /* said below */ }
    return notice('storage.notice', [], 'storage.do');
  }

  function lookAtSize() {
    var size = [innerWidth, innerHeight];
    return size[0] >= least.width && size[1] >= least.height ? good('size.good', size)
      : notice('size.notice', size, 'size.do');
  }

  function element(tag, text, kind) {
    var made = document.createElement(tag);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }
  function rowOf(name) {
    var result = results[name], row = document.createElement('li');
    var head = element('h2', say(name));
    if (result) {
      row.dataset.is = result.is;
      row.dataset.of = name;
      head.append(' ', element('span', say(result.is), 'is'));
    }
    row.append(head);
    if (result) row.append(element('p', say(result.key, result.words)));
    if (result && result.advice)
      row.append(element('p', say('do', [say(result.advice, result.more)]), 'do'));
    return row;
  }
  function verdict() {
    var all = order.map(function (name) { return results[name]; });
    if (all.some(function (result) { return !result; })) return 'busy';
    var has = function (is) { return all.some(function (result) { return result.is === is; }); };
    // Of the three ways one is enough.
    return has('wrong') ? 'wrong' : has('notice') ? 'notice' : 'good';
  }
  function facts() {
    return [say('detail.address', [place.href]), say('detail.browser', [navigator.userAgent]),
            say('detail.server', [server || '–']), say('detail.when', [new Date().toLocaleString()])];
  }
  function put(id, nodes) {
    var holder = document.getElementById(id);
    holder.textContent = '';
    nodes.forEach(function (node) { holder.append(node); });
  }
  function button(text, act) {
    var made = element('button', text);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  }

  // Everything as lines of text.
  function inWords() {
    return [say('title'), document.getElementById('verdict').textContent].concat(
      order.map(function (name, at) {
        var result = results[name];
        return (at + 1) + '. ' + say(name) + ': ' + say(result.is) + '. ' + say(result.key, result.words) +
          (result.advice ? ' ' + say('do', [say(result.advice, result.more)]) : '');
      }), facts()).join('\n');
  }
  function copy() {
    var told = function (key) { document.getElementById('told').textContent = say(key); };
    var bySelection = function () {
      var field = element('textarea', inWords());
      document.body.append(field);
      field.select();
      var done = false;
      try { done = document.execCommand('copy'); } catch (refused) { done = false; }
      field.remove();
      told(done ? 'copied' : 'not_copied');
    };
    if (!navigator.clipboard) return bySelection();
    navigator.clipboard.writeText(inWords()).then(function () { told('copied'); }, bySelection);
  }

  function show() {
    var is = verdict(), holder = document.getElementById('verdict');
    document.documentElement.lang = language;
    document.title = document.getElementById('title').textContent = say('title');
    document.getElementById('intro').textContent = say('intro');
    holder.dataset.is = is;
    var words = say({busy: 'busy', good: 'yes', notice: 'yes_but', wrong: 'no'}[is]);
    if (holder.textContent !== words) holder.textContent = words;
    put('rows', order.map(rowOf));
    var begin = element('a', say('begin'));
    begin.href = './';
    var other = button(say('other_language'), function () {
      language = language === 'nl' ? 'en' : 'nl';
      show();
    });
    other.lang = language === 'nl' ? 'en' : 'nl';
    put('acts', (is === 'busy' ? [] : [button(say('copy'), copy), button(say('again'), look)])
      .concat([other, begin]));
    document.getElementById('details').textContent = say('details');
    put('facts', facts().map(function (fact) { return element('li', fact); }));
  }

  function look() {
    results = {};
    document.getElementById('told').textContent = '';
    show();
    var note = function (name) {
      return function (result) { results[name] = result; show(); };
    };
    note('browser')(lookAtBrowser());
    note('secure')(lookAtSecure());
    note('storage')(lookAtStorage());
    note('size')(lookAtSize());
    lookAtProgram().then(note('program'));
    lookAtClock().then(note('clock'));
    lookAtLetters().then(note('letters'));
    lookAtWays().then(show);
  }
  addEventListener('resize', function () {
    if (verdict() === 'busy') return;
    results.size = lookAtSize();
    show();
  });
  look();
})();
