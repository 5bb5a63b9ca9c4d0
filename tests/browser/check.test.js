// `casustafel-client --check` through proxies that let only some of the ways through: what it says to a help desk.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const {execFile} = require('node:child_process');
const {Server} = require('./house.js');
const {proxy} = require('./proxy.js');

let server;
test.before(async () => { server = await Server.start(); });
test.after(async () => { await server.stop(); });

// What it says through such a proxy. A screen is no part of this: there may be none here.
async function says(how) {
  const front = await proxy(new URL(server.url), {under: '', ...how});
  const address = `http://127.0.0.1:${front.address().port}`;
  const said = await new Promise((done) => execFile(server.window, ['--check', address],
    {env: {...process.env, LANG: 'nl_NL.UTF-8'}, timeout: 60000}, (failed, out) => done(out)));
  front.closeAllConnections();
  front.close();
  return {said, address};
}
const stream = (path) => path.endsWith('/events'), all_plain = (path) => path.startsWith('/line');
const takes_socket = /Goed: er komt een WebSocket door/, no_socket = /Niet goed: er komt geen WebSocket door\./;
const takes_stream = /Goed: een stroom van gewone verzoeken komt door/;
const no_stream = /Let op: een stroom van gewone verzoeken komt niet door/;
const takes_poll = /Goed: steeds opnieuw vragen komt door/, no_poll = /Let op: steeds opnieuw vragen komt niet door/;

test('where all comes through it takes the WebSocket', async () => {
  const {said} = await says({sockets: 'pass'});
  for (const words of [takes_socket, takes_stream, takes_poll]) assert.match(said, words);
  assert.doesNotMatch(said, /in een browser:/);
});

for (const sockets of ['refuse', 'swallow']) {
  test(`where WebSockets are blocked (${sockets}) it names the browser, which takes a stream`, async () => {
    const {said, address} = await says({sockets});
    for (const words of [no_socket, takes_stream, takes_poll, /kan zo nog niet meedoen/]) assert.match(said, words);
    assert.ok(said.includes(`Open ${address} in een browser: die vindt wel een weg.`), said);
  });
}

test('where streams are blocked too it says that a browser asks again and again', async () => {
  const {said, address} = await says({blocks: stream});
  for (const words of [no_socket, no_stream, takes_poll]) assert.match(said, words);
  assert.ok(said.includes(`Open ${address} in een browser: die vindt wel een weg.`), said);
});

test('where nothing comes through it sends nobody to a browser', async () => {
  const {said} = await says({blocks: all_plain});
  for (const words of [no_socket, no_stream, no_poll, /In een browser lukt het nu ook niet/]) assert.match(said, words);
  assert.doesNotMatch(said, /in een browser: die vindt/);
});
