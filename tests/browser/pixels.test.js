// The same screens in a window and in a page: the same pixels. The window draws without a display
// (`casustafel-client --screenshot`); what may differ is the caret, which blinks, and a session's own code.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const {execFileSync} = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const {Server, Tab, launch, pause, pictures} = require('./house.js');

let server, browser, judge;
test.before(async () => {
  server = await Server.start();
  browser = await launch();
  judge = await browser.newPage();
});
test.after(async () => { await browser.close(); await server.stop(); });

const size = {width: 1280, height: 720};

function window_shows(name, ...words) {
  const file = path.join(pictures || server.data, `window-${name}.png`);
  fs.mkdirSync(path.dirname(file), {recursive: true});
  execFileSync(server.window, ['--server', server.url, '--size', `${size.width}x${size.height}`,
    '--screenshot', file, ...words]);
  return fs.readFileSync(file).toString('base64');
}
async function page_shows(tab, name) {
  await pause(500);
  const picture = await tab.page.evaluate(() =>
    document.getElementById('screen').toDataURL('image/png').replace(/^.*,/, ''));
  if (pictures) fs.writeFileSync(path.join(pictures, `page-${name}.png`), Buffer.from(picture, 'base64'));
  return picture;
}

// Where two pictures differ: rectangles of eight by eight pixels, as [left, top].
const differences = (one, other) => judge.evaluate(async (left, right) => {
  const pixels = async (base64) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + base64;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const a = await pixels(left), b = await pixels(right), places = new Set();
  if (a.width !== b.width || a.height !== b.height) return [['size', a.width, a.height, b.width, b.height]];
  for (let at = 0; at < a.data.length; ++at) {
    if (a.data[at] === b.data[at]) continue;
    const pixel = at >> 2;
    places.add(`${8 * ((pixel % a.width) >> 3)},${8 * (Math.floor(pixel / a.width) >> 3)}`);
  }
  return [...places].map((place) => place.split(',').map(Number));
}, one, other);

// All in one rectangle of so many pixels at most.
function within(places, width, height) {
  const lefts = places.map((place) => place[0]), tops = places.map((place) => place[1]);
  return places.length === 0 || (Math.max(...lefts) - Math.min(...lefts) < width &&
    Math.max(...tops) - Math.min(...tops) < height);
}

test('the entrance', async () => {
  const code = server.newSession('oefentafel');
  const tab = await Tab.open(browser, `${server.url}/${code}`, size);
  const found = await differences(window_shows('entrance', '--code', code), await page_shows(tab, 'entrance'));
  console.log('# entrance', JSON.stringify(found));
  assert.ok(within(found, 16, 32), JSON.stringify(found));
});

test('the lobby', async () => {
  const one = server.newSession('oefentafel'), other = server.newSession('oefentafel');
  const tab = await Tab.sit(browser, `${server.url}/${one}`, 'Samira', /^OVJ/, size);
  const window = window_shows('lobby', '--code', other, '--name', 'Samira', '--role', 'OVJ');
  const found = await differences(window, await page_shows(tab, 'lobby'));
  console.log('# lobby', JSON.stringify(found));
  assert.ok(within(found, 200, 32), JSON.stringify(found));
});
