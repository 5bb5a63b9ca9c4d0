// A peer to measure beside: a server written by hand over Node's `ws` that tells a command to the
// twelve of its session (or the first HEARERS of them, the speaker included) once it is durable.
// Commands that come while a sync is under way go into the next one together (group commit). It
// does nothing else: no rules, no views, no answers. The driver is `bench_server --peer`.
"use strict";
const fs = require("fs");
const { WebSocketServer } = require("ws");

const clientsPerSession = 12;
const hearers = Number(process.env.HEARERS || clientsPerSession);
const updateBytes = 120;
const keyBytes = 8;

const log = fs.openSync(process.env.LOG, "a");
let waiting = [];
let syncing = false;

function commit() {
  if (syncing || waiting.length === 0) return;
  syncing = true;
  const group = waiting;
  waiting = [];
  fs.write(log, Buffer.concat(group.map((each) => each.command)), (failed) => {
    if (failed) throw failed;
    fs.fdatasync(log, (unsynced) => {
      if (unsynced) throw unsynced;
      for (const each of group) tell(each);
      syncing = false;
      commit();
    });
  });
}

function tell({ client, command }) {
  const update = Buffer.alloc(4 + updateBytes, ".");
  update.writeUInt32LE(updateBytes, 0);
  command.copy(update, 4, 0, keyBytes);
  const { session, place } = client;
  for (let at = 0; at < hearers; ++at) session[(place + at) % session.length].send(update);
}

let session = [];
const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
server.on("connection", (client) => {
  client._socket.setNoDelay(true);
  if (session.length === clientsPerSession) session = [];
  client.session = session;
  client.place = session.length;
  session.push(client);
  client.on("message", (command) => {
    waiting.push({ client, command });
    setImmediate(commit);
  });
});
server.on("listening", () => console.log(server.address().port));
