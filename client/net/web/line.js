// The browser's half of client/net/web/line.hpp: one attempt at a time, by one of the ways of ways.js.
mergeInto(LibraryManager.library, {
  $Line: {
    number: 0,    // of the attempt that goes on
    part: null,   // what it has open: {send(bytes), close()}
    timer: 0,

    // Who hears of attempt `number`, as long as it goes on.
    hearer: function (number) {
      return {
        opened: function () { if (number === Line.number) _line_opened(number); },
        lost: function (code) { if (number === Line.number) _line_lost(number, code); },
        received: function (bytes) {
          if (number !== Line.number) return;
          var at = _malloc(bytes.length || 1);
          HEAPU8.set(bytes, at);
          _line_received(number, at, bytes.length);
          _free(at);
        }
      };
    }
  },

  line_open__deps: ['$Line', 'malloc', 'free'],
  line_open: function (number, way) {
    Line.number = number;
    var hearer = Line.hearer(number);
    try {
      Line.part = casustafelWays[['socket', 'stream', 'poll'][way]](hearer);
    } catch (refused) {
      Line.part = null;
      setTimeout(function () { hearer.lost(1006); }, 0);
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
