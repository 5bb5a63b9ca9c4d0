// The three ways of a line (client/net/web/line.hpp), with the browser's own means. What the server
// says and expects by each stands in server/net/README.md, section lines.
mergeInto(LibraryManager.library, {
  $Line: {
    number: 0,    // of the attempt that goes on
    part: null,   // what it has open: {send(bytes), close()}
    timer: 0,

    tellOpened: function (number) { if (number === Line.number) _line_opened(number); },
    tellLost: function (number, code) { if (number === Line.number) _line_lost(number, code); },
    tellReceived: function (number, bytes) {
      if (number !== Line.number) return;
      var at = _malloc(bytes.length || 1);
      HEAPU8.set(bytes, at);
      _line_received(number, at, bytes.length);
      _free(at);
    },

    openSocket: function (number) {
      var address = new URL('ws', document.baseURI);
      address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
      var socket = new WebSocket(address.href);
      socket.binaryType = 'arraybuffer';
      socket.onopen = function () { Line.tellOpened(number); };
      socket.onmessage = function (event) {
        if (typeof event.data !== 'string') Line.tellReceived(number, new Uint8Array(event.data));
      };
      socket.onclose = function (event) { Line.tellLost(number, event.code); };
      return {
        send: function (bytes) { if (socket.readyState === 1) socket.send(bytes); },
        close: function () {
          socket.onopen = socket.onmessage = socket.onclose = null;
          socket.close();
        }
      };
    },

    // Up, for the two ways without a socket: one post at a time, so that the order stays.
    poster: function (line, number) {
      var waiting = [], busy = false;
      function next() {
        if (busy || waiting.length === 0) return;
        busy = true;
        var size = 0;
        waiting.forEach(function (bytes) { size += 4 + bytes.length; });
        var body = new Uint8Array(size), view = new DataView(body.buffer), at = 0;
        waiting.forEach(function (bytes) {
          view.setUint32(at, bytes.length);
          body.set(bytes, at + 4);
          at += 4 + bytes.length;
        });
        waiting = [];
        fetch(line + '/send', {method: 'POST', body: body}).then(function (answer) {
          busy = false;
          if (answer.ok) next();
          else Line.tellLost(number, 1006);
        }, function () { Line.tellLost(number, 1006); });
      }
      return function (bytes) { waiting.push(bytes); next(); };
    },

    // Asks for a line, then `listen(line, poster)` brings what comes down, and gives how to stop it.
    openPosted: function (number, listen) {
      var part = {send: function () {}, close: function () { part.over = true; }, over: false};
      fetch(new URL('line', document.baseURI).href, {method: 'POST', cache: 'no-store'})
        .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(); })
        .then(function (id) {
          var line = new URL('line/' + id.trim(), document.baseURI).href;
          if (part.over) { navigator.sendBeacon(line + '/close'); return; }
          var stop = listen(line);
          part.send = Line.poster(line, number);
          part.close = function () {
            part.over = true;
            stop();
            navigator.sendBeacon(line + '/close');
          };
          Line.tellOpened(number);
        })
        .catch(function () { Line.tellLost(number, 1006); });
      return part;
    },

    bytesOf: function (base64) {
      var text = atob(base64), bytes = new Uint8Array(text.length);
      for (var at = 0; at < text.length; ++at) bytes[at] = text.charCodeAt(at);
      return bytes;
    },

    openStream: function (number) {
      return Line.openPosted(number, function (line) {
        var source = new EventSource(line + '/events');
        source.onmessage = function (event) {
          event.data.split('\n').forEach(function (frame) {
            Line.tellReceived(number, Line.bytesOf(frame));
          });
        };
        source.addEventListener('close', function (event) {
          Line.tellLost(number, parseInt(event.data, 10) || 1006);
        });
        // It would go on by itself, on a line that the server has given up.
        source.onerror = function () { source.close(); Line.tellLost(number, 1006); };
        return function () { source.close(); };
      });
    },

    openPoll: function (number) {
      return Line.openPosted(number, function (line) {
        var stopped = typeof AbortController === 'function' ? new AbortController() : null;
        function frames(buffer) {
          var view = new DataView(buffer);
          for (var at = 0; at + 4 <= buffer.byteLength;) {
            var size = view.getUint32(at);
            if (at + 4 + size > buffer.byteLength) return Line.tellLost(number, 1006);
            Line.tellReceived(number, new Uint8Array(buffer, at + 4, size));
            at += 4 + size;
          }
        }
        function next() {
          if (number !== Line.number) return;
          fetch(line + '/poll', {cache: 'no-store', signal: stopped ? stopped.signal : undefined})
            .then(function (answer) {
              if (answer.status === 204) return next();
              if (answer.status === 410)
                return answer.text().then(function (why) {
                  Line.tellLost(number, parseInt(why, 10) || 1006);
                });
              if (!answer.ok) return Line.tellLost(number, 1006);
              return answer.arrayBuffer().then(function (buffer) { frames(buffer); next(); });
            })
            .catch(function () { Line.tellLost(number, 1006); });
        }
        next();
        return function () { if (stopped) stopped.abort(); };
      });
    }
  },

  line_open__deps: ['$Line', 'malloc', 'free'],
  line_open: function (number, way) {
    Line.number = number;
    try {
      Line.part = [Line.openSocket, Line.openStream, Line.openPoll][way](number);
    } catch (refused) {
      Line.part = null;
      setTimeout(function () { Line.tellLost(number, 1006); }, 0);
    }
  },
  line_send__deps: ['$Line'],
  line_send: function (number, bytes, size) {
    if (number === Line.number && Line.part) Line.part.send(HEAPU8.slice(bytes, bytes + size));
  },
  line_close__deps: ['$Line'],
  line_close: function (number) {
    if (number !== Line.number || !Line.part) return;
    var part = Line.part;
    Line.part = null;
    Line.number = -1;
    part.close();
  },
  // One timer at a time: the last one that was asked for.
  line_after__deps: ['$Line'],
  line_after: function (number, ms) {
    clearTimeout(Line.timer);
    Line.timer = setTimeout(function () { _line_timer(number); }, ms);
  },
  line_now: function () { return performance.now(); },
  line_chance: function () { return crypto.getRandomValues(new Uint32Array(1))[0]; }
});
