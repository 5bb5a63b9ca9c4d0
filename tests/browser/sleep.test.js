// A tab that sleeps while its line is lost: the same seat, each act once, and a notice of what was missed.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const {Server, Tab, launch, pause} = require('./house.js');
const {proxy} = require('./proxy.js');

let server, browser;
test.before(async () => { server = await Server.start(); browser = await launch(); });
test.after(async () => { await browser.close(); await server.stop(); });

// Counts how often a timer of the page ran, to see that it really slept.
const counts = (tab) => tab.page.evaluate(() => {
  if (!window.ticks) setInterval(() => { ++window.ticks; }, 100);
  return window.ticks = window.ticks || 1;
});
const times = (all, words) => all.split(words).length - 1;

const polled = (path) => path.endsWith('/events');
const ways = [['a WebSocket', '0', {sockets: 'pass'}], ['a stream', '1', {sockets: 'refuse'}],
  ['polling', '2', {sockets: 'refuse', blocks: polled}]];
for (const [name, way, how] of ways) {
  test(`over ${name}: said into a line that was dead, and asleep while it was cut`, async () => {
    const front = await proxy(new URL(server.url), how);
    const code = server.newSession('oefentafel');
    const samira = await Tab.sit(browser, `http://127.0.0.1:${front.address().port}/zaal/${code}`, 'Samira', /^OVJ/);
    const bram = await Tab.sit(browser, `${server.url}/${code}`, 'Bram', /^POL-Z/);
    assert.strictEqual(await samira.page.evaluate(() => sessionStorage.getItem('casustafel.way')), way);
    server.trainer('start', code);
    for (const each of [samira, bram]) await each.enters('ZSM');
    await bram.learns('Eerst dit.', () => samira.says('Eerst dit.'));

    front.lose();
    await samira.says('In een dode lijn.');
    await counts(samira);
    await samira.sleeps(true);
    await pause(500);
    const before = await counts(samira);
    front.cut();
    for (const words of ['Ben je er nog?', 'Hallo?']) await bram.says(words);
    await pause(way === '2' ? 17000 : 3000);  // a line of polls lives on without one for 15 s
    assert.ok(await counts(samira) - before < 10, 'the tab did not sleep');
    // A browser asks a second time what it asked in vain, also for a page that sleeps; a socket cannot.
    if (way === '0') assert.strictEqual(times(await bram.hears(), 'In een dode lijn.'), 0);
    await samira.sleeps(false);

    await bram.reads_text('In een dode lijn.', 15000);
    await samira.reads_text('Hallo?');
    await samira.reads_text('Je bent weer binnen, Samira');
    await samira.reads_text('berichten: 2');
    await samira.picture(`slept-${way}`);
    for (const each of [samira, bram])
      for (const words of ['In een dode lijn.', 'Ben je er nog?', 'Eerst dit.'])
        assert.strictEqual(times(await each.hears(), words), 1, words);
    assert.deepStrictEqual([...samira.faults, ...bram.faults], []);
    for (const each of [samira, bram]) await each.page.browserContext().close();
    front.closeAllConnections();
    front.close();
  });
}
