// What a person brings: a browser that does not copy, preferences for all pages, touch, and methods of
// typing that compose.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const {Server, Tab, launch, pause} = require('./house.js');

let server, browser, code, tab;
test.before(async () => {
  server = await Server.start();
  browser = await launch();
  code = server.newSession('oefentafel');
  tab = await Tab.sit(browser, `${server.url}/${code}`, 'Noor', /^PRC/);
  server.trainer('start', code);
  await tab.reads_text('Stel een vraag');
});
test.after(async () => { await browser.close(); await server.stop(); });

test('what the browser may not copy, the person is given to copy', async () => {
  await tab.page.evaluate(() => {
    document.execCommand = () => false;
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await tab.use('button', 'Meer');
  await tab.use('option', /^Deelnamecode kopiëren/);
  await tab.page.waitForSelector('#by-hand textarea', {timeout: 20000});
  await tab.picture('copy-by-hand');
  const shown = await tab.page.evaluate(() => ({
    words: document.querySelector('#by-hand p').textContent,
    text: document.querySelector('#by-hand textarea').value,
    chosen: document.getSelection().toString() || document.activeElement.tagName,
  }));
  assert.match(shown.words, /Ctrl\+C/);
  assert.strictEqual(shown.text.replace(/\W/g, ''), code);
  assert.doesNotMatch(await tab.reads(), /Gekopieerd/);
  await tab.page.keyboard.press('Escape');
  await tab.page.waitForFunction(() => !document.getElementById('by-hand'), {timeout: 20000});
  await tab.page.keyboard.press('Escape');
});

// What the canvas shows, as one number.
const shown_now = () => tab.page.evaluate(() => {
  const canvas = document.getElementById('screen');
  const shown = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  let sum = 0;
  for (let index = 0; index < shown.length; index += 4) sum = (sum * 31 + shown[index]) % 1000000007;
  return sum;
});
async function prefers(name, value) {
  const session = tab.devtools = tab.devtools || await tab.page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {features: [{name, value}]});
}

test('contrast that the person asks of all pages is followed while the page is open', async () => {
  const light = await shown_now();
  await prefers('prefers-contrast', 'more');
  await tab.until('high contrast', async () => (await shown_now()) !== light);
  await tab.picture('contrast-followed');
  await prefers('prefers-contrast', 'no-preference');
});

test('larger text that the person asks of all pages is followed while the page is open', async () => {
  const high = async () => (await tab.find('button', 'Meer')).evaluate((node) => node.offsetHeight);
  const before = await high();
  await tab.page.evaluate(() => { document.documentElement.style.fontSize = '24px'; });
  await tab.until('larger buttons', async () => (await high()) > 1.3 * before);
  await tab.picture('text-followed');
  await tab.page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await tab.until('buttons as before', async () => (await high()) === before);
});

test('an input method composes, and what it composed is typed once', async () => {
  await tab.use('button', 'Ga naar binnen');
  await (await tab.find('textbox', /^Bericht/)).evaluate((node) => node.focus());
  const session = await tab.page.createCDPSession();
  await session.send('Input.imeSetComposition', {text: 'e', selectionStart: 1, selectionEnd: 1});
  await session.send('Input.imeSetComposition', {text: 'ë', selectionStart: 1, selectionEnd: 1});
  await session.send('Input.insertText', {text: 'ë'});
  await tab.until('ë', async () => / = ë$/m.test(await tab.reads()));
  await tab.page.keyboard.type('én', {delay: 4});
  await tab.until('ëén', async () => / = ëén$/m.test(await tab.reads()));
});

test('nothing moves by itself for a person who asked so', async () => {
  const [before, here] = [tab, await Tab.open(browser, server.url)];
  tab = here;
  const session = await here.page.createCDPSession();
  const prefer = (value) => session.send('Emulation.setEmulatedMedia',
    {features: [{name: 'prefers-reduced-motion', value}]});
  const looks = async () => {
    const seen = new Set();
    for (let times = 0; times < 6; ++times) { await pause(310); seen.add(await shown_now()); }
    return seen.size;
  };
  await (await here.find('textbox', /^Jouw naam/)).evaluate((node) => node.focus());
  assert.strictEqual(await looks(), 2);  // the caret, and no caret
  await prefer('reduce');
  await pause(300);
  assert.strictEqual(await looks(), 1);
  tab = before;
});

test('a finger taps a button and drags nothing', async () => {
  const box = await (await tab.find('button', 'Hulp')).boundingBox();
  await tab.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await tab.reads_text('Dit ligt nu voor je');
  await tab.page.keyboard.press('Escape');
  await tab.until('the table', async () => !(await tab.reads()).includes('Dit ligt nu voor je'));
  assert.deepStrictEqual(tab.faults, []);
});
