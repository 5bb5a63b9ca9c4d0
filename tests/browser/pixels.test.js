// The same screen in a window and in a page: the same pixels. The window draws without a display
// (`casustafel-client --screenshot`). Sines differ in their last bit between the two standard libraries, so the
// edge of a rounded corner may be a shade off; nothing else may. The entrance differs: a window asks for a server.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const {execFile} = require('node:child_process');
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

const small = {width: 1280, height: 720}, large = {width: 1600, height: 900};
const enlarged = {width: 640, height: 360, deviceScaleFactor: 2};

// In the pixels of `size`.
async function window_shows(name, size, ...words) {
  const scale = size.deviceScaleFactor || 1;
  const file = path.join(pictures || server.data, `window-${name}.png`);
  fs.mkdirSync(path.dirname(file), {recursive: true});
  await new Promise((done) => execFile(server.window, ['--server', server.url, '--size', `${size.width * scale}x${size.height * scale}`,
    '--scale', String(100 * scale), '--screenshot', file, ...words], done));
  return fs.readFileSync(file).toString('base64');
}
async function page_shows(tab, name) {
  await pause(500);
  const picture = await tab.page.evaluate(() =>
    document.getElementById('screen').toDataURL('image/png').replace(/^.*,/, ''));
  if (pictures) fs.writeFileSync(path.join(pictures, `page-${name}.png`), Buffer.from(picture, 'base64'));
  return picture;
}

// How many pixels differ between two pictures, and by how much at most.
const differences = (one, other) => judge.evaluate(async (left, right) => {
  const pixels = async (base64) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + base64;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  };
  const a = await pixels(left), b = await pixels(right), places = new Set();
  if (a.length !== b.length) return {pixels: a.length, most: 255};
  let most = 0;
  for (let at = 0; at < a.length; ++at) {
    if (a[at] === b[at]) continue;
    places.add(at >> 2);
    most = Math.max(most, Math.abs(a[at] - b[at]));
  }
  return {pixels: places.size, most};
}, one, other);

// By how much of 255 one pixel may be off: the lobby has more rounded corners.
function are_the_same(found, name, most = 2) {
  console.log(`# ${name}: ${found.pixels} pixels differ, by ${found.most} of 255 at most`);
  assert.ok(found.most <= most && found.pixels < 1000, JSON.stringify(found));
}
const samira = ['--name', 'Samira', '--role', 'OVJ'];

test('the lobby', async () => {
  const one = server.newSession('oefentafel'), other = server.newSession('oefentafel');
  const tab = await Tab.sit(browser, `${server.url}/${one}`, 'Samira', /^OVJ/, small);
  are_the_same(await differences(await window_shows('lobby', small, '--code', other, ...samira),
    await page_shows(tab, 'lobby')), 'lobby', 8);
});

// Starts it and lets it stand still at once, so that no clock moves while both are drawn.
async function stands_still(code) {
  for (let tries = 0; tries < 100 && !/"occupant":[1-9]/.test(server.trainer('status', code)); ++tries) await pause(20);
  server.trainer('start', code);
  server.trainer('pause', code);
}
// A window draws once it has heard nothing for 0.7 s: it sits down, and the case begins before that.
async function window_at_a_table(name, size, scenario) {
  const code = server.newSession(scenario);
  const [picture] = await Promise.all([window_shows(name, size, '--code', code, ...samira), stands_still(code)]);
  return picture;
}

for (const [name, size, scenario] of [['at 1280x720', small, 'oefentafel'], ['at 1600x900', large, 'oefentafel'],
  ['at 200 %', enlarged, 'oefentafel'], ['of a large case', large, 'vijf-overleggen']]) {
  test(`the table ${name}`, async () => {
    const code = server.newSession(scenario), file = 'table-' + name.replace(/\W+/g, '-');
    const tab = await Tab.sit(browser, `${server.url}/${code}`, 'Samira', /^OVJ/, size);
    await stands_still(code);
    await tab.reads_text('Pauze');
    const page = await page_shows(tab, file);
    let found = {};
    for (let tries = 0; tries < 3 && !(found.pixels < 100000); ++tries)
      found = await differences(await window_at_a_table(file, size, scenario), page);
    are_the_same(found, `table ${name}`);
    await tab.page.browserContext().close();
  });
}
