// A proxy in front of a server, as networks have them: it lets only some through, under /zaal/ or another path.
'use strict';
const http = require('node:http');
const net = require('node:net');

// Refuses the requests that `blocks` says; `sockets`: what it does to upgrades: let them through,
// refuse, swallow, or cut after a second. `front.lose()`: nothing of what is under way arrives any more, and
// nobody is told; `front.cut()`: every connection is gone, and new ones come through again.
function proxy(to, {blocks = () => false, sockets = 'refuse', under = '/zaal'}) {
  const open = new Set(), all = new Set();
  let lost = false;
  const front = http.createServer((asked, answer) => {
    const path = asked.url.slice(under.length);
    if (!asked.url.startsWith(under + '/') || blocks(path)) {
      answer.writeHead(403);
      return answer.end();
    }
    if (lost) return asked.resume();
    const on = http.request({host: to.hostname, port: to.port, path, method: asked.method,
      headers: asked.headers}, (got) => {
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    });
    on.on('error', () => answer.destroy());
    answer.on('close', () => on.destroy());
    asked.pipe(on);
  });
  front.on('upgrade', (asked, socket) => {
    socket.on('error', () => {});
    if (sockets === 'refuse') return socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    if (sockets === 'swallow') return undefined;
    const on = net.connect(to.port, to.hostname, () => {
      on.write(`GET /ws HTTP/1.1\r\n` + Object.entries(asked.headers).map(([name, value]) =>
        `${name}: ${value}\r\n`).join('') + '\r\n');
      socket.pipe(on).pipe(socket);
      open.add(() => { socket.unpipe(on); socket.resume(); });
      if (sockets === 'cut') setTimeout(() => { on.destroy(); socket.destroy(); }, 1000);
    });
    on.on('error', () => socket.destroy());
    return undefined;
  });
  front.on('connection', (socket) => {
    all.add(socket);
    socket.on('close', () => all.delete(socket));
  });
  front.lose = () => { lost = true; for (const forget of open) forget(); };
  front.cut = () => { lost = false; open.clear(); for (const socket of all) socket.destroy(); };
  return new Promise((done) => front.listen(0, '127.0.0.1', () => done(front)));
}

module.exports = {proxy};
