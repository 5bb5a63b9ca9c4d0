// The three ways to a server, with the browser's own means. What the server says and expects by each
// stands in server/net/README.md, section lines. Each function opens one attempt and gives
// {send(bytes), close()}; `tell` hears opened(), received(bytes) and lost(code), and nothing after
// close(). The client (line.js) and the page /werkt-het try the same ones.
var casustafelWays = (function () {
  function hearing(part, tell) {
    return {
      opened: function () { if (!part.over) tell.opened(); },
      received: function (bytes) { if (!part.over) tell.received(bytes); },
      lost: function (code) { if (!part.over) tell.lost(code || 1006); }
    };
  }

  function openSocket(tell) {
    var address = new URL('ws', document.baseURI);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    var socket = new WebSocket(address.href);
    socket.binaryType = 'arraybuffer';
    socket.onopen = function () { tell.opened(); };
    socket.onmessage = function (event) {
      if (typeof event.data !== 'string') tell.received(new Uint8Array(event.data));
    };
    socket.onclose = function (event) { tell.lost(event.code); };
    return {
      send: function (bytes) { if (socket.readyState === 1) socket.send(bytes); },
      close: function () {
        socket.onopen = socket.onmessage = socket.onclose = null;
        socket.close();
      }
    };
  }

  // Up, for the two ways without a socket: one post at a time, so that the order stays.
  function poster(line, lost) {
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
        else lost();
      }, function () { lost(); });
    }
    return function (bytes) { waiting.push(bytes); next(); };
  }

  // Asks for a line, then `listen(address, hear)` brings what comes down, and gives how to stop it.
  function openPosted(tell, listen) {
    var part = {over: false, send: function () {}, close: function () { part.over = true; }};
    var hear = hearing(part, tell);
    fetch(new URL('line', document.baseURI).href, {method: 'POST', cache: 'no-store'})
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(); })
      .then(function (id) {
        var line = new URL('line/' + id.trim(), document.baseURI).href;
        if (part.over) { navigator.sendBeacon(line + '/close'); return; }
        var stop = listen(line, hear);
        part.send = poster(line, function () { hear.lost(1006); });
        part.close = function () {
          part.over = true;
          stop();
          navigator.sendBeacon(line + '/close');
        };
        hear.opened();
      })
      .catch(function () { hear.lost(1006); });
    return part;
  }

  function bytesOf(base64) {
    var text = atob(base64), bytes = new Uint8Array(text.length);
    for (var at = 0; at < text.length; ++at) bytes[at] = text.charCodeAt(at);
    return bytes;
  }

  function openStream(tell) {
    return openPosted(tell, function (line, hear) {
      var source = new EventSource(line + '/events');
      source.onmessage = function (event) {
        event.data.split('\n').forEach(function (frame) { hear.received(bytesOf(frame)); });
      };
      source.addEventListener('close', function (event) { hear.lost(parseInt(event.data, 10)); });
      // It would go on by itself, on a line that the server has given up.
      source.onerror = function () { source.close(); hear.lost(1006); };
      return function () { source.close(); };
    });
  }

  function openPoll(tell) {
    return openPosted(tell, function (line, hear) {
      var stopper = typeof AbortController === 'function' ? new AbortController() : null;
      var stopped = false;
      function frames(buffer) {
        var view = new DataView(buffer);
        for (var at = 0; at + 4 <= buffer.byteLength;) {
          var size = view.getUint32(at);
          if (at + 4 + size > buffer.byteLength) return hear.lost(1006);
          hear.received(new Uint8Array(buffer, at + 4, size));
          at += 4 + size;
        }
      }
      function next() {
        if (stopped) return;
        fetch(line + '/poll', {cache: 'no-store', signal: stopper ? stopper.signal : undefined})
          .then(function (answer) {
            if (answer.status === 204) return next();
            if (answer.status === 410)
              return answer.text().then(function (why) { hear.lost(parseInt(why, 10)); });
            if (!answer.ok) return hear.lost(1006);
            return answer.arrayBuffer().then(function (buffer) { frames(buffer); next(); });
          })
          .catch(function () { hear.lost(1006); });
      }
      next();
      return function () { stopped = true; if (stopper) stopper.abort(); };
    });
  }

  return {socket: openSocket, stream: openStream, poll: openPoll};
})();
