// The page /werkt-het, on a workstation where all is well and on some where it is not.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const {Server, launch} = require('./house.js');
const {proxy} = require('./proxy.js');

let server, browser;
test.before(async () => { server = await Server.start(); browser = await launch(); });
test.after(async () => { await browser.close(); await server.stop(); });

// Opens the page in a tab of its own, which `spoils` may spoil first; waits for its verdict.
async function look(address, {spoils, size = {width: 1280, height: 720}} = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(size);
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (said) => {
    if (said.type() === 'error' && /policy/i.test(said.text())) faults.push(said.text());
  });
  if (spoils) await page.evaluateOnNewDocument(spoils);
  await page.goto(address);
  await page.waitForFunction(() => /good|notice|wrong/.test(document.getElementById('verdict').dataset.is),
    {timeout: 20000});
  const is = await page.evaluate(() => Object.fromEntries(
    Array.from(document.querySelectorAll('#rows li')).map((row) => [row.dataset.of, row.dataset.is])));
  const verdict = await page.evaluate(() => document.getElementById('verdict').dataset.is);
  const words = await page.evaluate(() => document.body.innerText);
  return {page, context, is, verdict, words, faults};
}
async function picture(page, name) {
  const folder = process.env.CASUSTAFEL_PICTURES;
  if (folder) await page.screenshot({path: path.join(folder, name + '.png'), fullPage: true});
}

test('says yes where all three ways, the program and the letters come through', async () => {
  const seen = await look(`${server.url}/werkt-het`);
  await picture(seen.page, 'werkt-het-yes');
  assert.deepStrictEqual(seen.is, {browser: 'good', program: 'good', secure: 'good', socket: 'good',
    stream: 'good', poll: 'good', clock: 'good', letters: 'good', storage: 'good', size: 'good'});
  assert.strictEqual(seen.verdict, 'good');
  assert.match(seen.words, /Ja, deze werkplek kan meedoen/);
  assert.match(seen.words, /Server: casustafel/);
  assert.deepStrictEqual(seen.faults, []);
  await seen.context.close();
});

test('says what to do where sockets and streams are blocked, and where nothing comes through', async () => {
  const there = new URL(server.url);
  const some = await proxy(there, {sockets: 'swallow', blocks: (asked) => asked.endsWith('/events')});
  let seen = await look(`http://127.0.0.1:${some.address().port}/zaal/werkt-het`);
  assert.deepStrictEqual([seen.is.socket, seen.is.stream, seen.is.poll], ['notice', 'notice', 'good']);
  assert.strictEqual(seen.verdict, 'notice');
  assert.match(seen.words, /WebSockets naar ws:\/\/127\.0\.0\.1:\d+\/zaal\/ws/);
  await seen.context.close();
  some.closeAllConnections();
  some.close();

  const none = await proxy(there, {sockets: 'refuse',
    blocks: (asked) => /^\/line|\.wasm|tijd/.test(asked)});
  seen = await look(`http://127.0.0.1:${none.address().port}/zaal/werkt-het`);
  await picture(seen.page, 'werkt-het-no');
  assert.deepStrictEqual([seen.is.socket, seen.is.stream, seen.is.poll, seen.is.program, seen.is.clock],
    ['wrong', 'wrong', 'wrong', 'wrong', 'notice']);
  assert.strictEqual(seen.verdict, 'wrong');
  assert.match(seen.words, /Nee, zo kan deze werkplek nog niet meedoen/);
  await seen.context.close();
  none.closeAllConnections();
  none.close();
});

test('finds an old browser, a clock that is wrong, a tab that keeps nothing and a small window', async () => {
  const seen = await look(`${server.url}/werkt-het`, {size: {width: 800, height: 500}, spoils: () => {
    delete window.WebAssembly;
    const right = Date.now;
    Date.now = () => right() + 600000;
    Object.defineProperty(window, 'sessionStorage', {get: () => { throw new Error('refused'); }});
  }});
  assert.deepStrictEqual([seen.is.browser, seen.is.clock, seen.is.storage, seen.is.size, seen.verdict],
    ['wrong', 'notice', 'notice', 'notice', 'wrong']);
  assert.match(seen.words, /Er ontbreekt: WebAssembly/);
  assert.match(seen.words, /(599|600|601) seconden/);
  await seen.context.close();
});

test('speaks English when asked, copies everything, and axe-core finds nothing', async () => {
  const seen = await look(`${server.url}/werkt-het`);
  const {page} = seen;
  await seen.context.overridePermissions(server.url, ['clipboard-read', 'clipboard-write']);
  const press = (words) => page.evaluate((name) => Array.from(document.querySelectorAll('button'))
    .find((each) => each.textContent === name).click(), words);
  await press('English');
  assert.match(await page.evaluate(() => document.body.innerText), /Yes, this workstation can take part/);
  assert.strictEqual(await page.evaluate(() => document.documentElement.lang), 'en');
  await press('Copy everything for the help desk');
  await page.waitForFunction(() => document.getElementById('told').textContent !== '');
  assert.match(await page.evaluate(() => document.getElementById('told').textContent), /^Copied/);
  await page.evaluate(fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(() => window.axe.run());
  assert.deepStrictEqual(found.violations.map((each) => each.id), []);
  await seen.context.close();
});
