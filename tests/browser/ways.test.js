// The line by each of its three ways, with a proxy in front that lets only some through.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const {Server, Tab, launch} = require('./house.js');
const {proxy} = require('./proxy.js');

let server, browser;
test.before(async () => { server = await Server.start(); browser = await launch(); });
test.after(async () => { await browser.close(); await server.stop(); });

const cases = [
  ['a socket that is refused becomes a stream', {sockets: 'refuse'}, '1'],
  ['a socket that is swallowed becomes a stream', {sockets: 'swallow'}, '1'],
  ['a socket that is cut becomes a stream', {sockets: 'cut'}, '1'],
  ['a stream that is blocked becomes polling', {blocks: (path) => path.endsWith('/events')}, '2'],
];
for (const [name, how, way] of cases) {
  test(name, async () => {
    const front = await proxy(new URL(server.url), how);
    const code = server.newSession('oefentafel');
    const started = Date.now();
    const tab = await Tab.open(browser, `http://127.0.0.1:${front.address().port}/zaal/${code}`);
    await tab.until('the way', async () => (await tab.page.evaluate(() =>
      sessionStorage.getItem('casustafel.way'))) === way, 15000);
    console.log(`# ${name}: after ${Date.now() - started} ms`);
    await tab.type('Jouw naam', 'Samira');
    await tab.use('checkbox', 'Ik heb dit gelezen');
    await tab.use('option', /^OVJ/);
    await tab.use('button', /^Neem plaats/);
    await tab.reads_text('Je zit klaar');
    const other = await Tab.sit(browser, `${server.url}/${code}`, 'Bram', /^POL-Z/);
    server.trainer('start', code);
    for (const each of [tab, other]) await each.enters('ZSM');
    await other.learns('Hoor je mij?', () => tab.says('Hoor je mij?'));
    await tab.learns('Ja, ik hoor je.', () => other.says('Ja, ik hoor je.'));
    // The way is remembered in this tab, and so is the seat.
    await tab.page.reload();
    await tab.reads_text('Ja, ik hoor je.');
    await other.page.browserContext().close();
    assert.strictEqual(await tab.page.evaluate(() => sessionStorage.getItem('casustafel.way')), way);
    assert.deepStrictEqual(tab.faults, []);
    await tab.page.browserContext().close();
    front.closeAllConnections();
    front.close();
  });
}
