// The same screen in a window and in a page: the same pixels. The window draws without a display
// (`casustafel-client --screenshot`). Sines differ in their last bit between the two standard libraries, so the
// edge of a rounded corner may be a shade off; nothing else may. The entrance differs: a window asks for a server.
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

const small = {width: 1280, height: 720}, large = {width: 1600, height: 900};
const enlarged = {width: 640, height: 360, deviceScaleFactor: 2};

// In the pixels of `size`.
function window_shows(name, size, ...words) {
  const scale = size.deviceScaleFactor || 1;
  const file = path.join(pictures || server.data, `window-${name}.png`);
  fs.mkdirSync(path.dirname(file), {recursive: true});
  execFileSync(server.window, ['--server', server.url, '--size', `${size.width * scale}x${size.height * scale}`,
    '--scale', String(100 * scale), '--screenshot', file, ...words]);
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

function are_the_same(found, name) {
  console.log(`# ${name}: ${found.pixels} pixels differ, by ${found.most} of 255 at most`);
  assert.ok(found.most <= 8 && found.pixels < 1500, JSON.stringify(found));
}
const samira = ['--name', 'Samira', '--role', 'OVJ'];

test('the lobby', async () => {
  const one = server.newSession('oefentafel'), other = server.newSession('oefentafel');
  const tab = await Tab.sit(browser, `${server.url}/${one}`, 'Samira', /^OVJ/, small);
  are_the_same(await differences(window_shows('lobby', small, '--code', other, ...samira),
    await page_shows(tab, 'lobby')), 'lobby');
});

// A session that stands still just after its start, so that no clock moves while both are drawn.
function paused(scenario) {
  const code = server.newSession(scenario);
  server.trainer('start', code);
  server.trainer('pause', code);
  return code;
}

for (const [name, size, scenario] of [['at 1280x720', small, 'oefentafel'], ['at 1600x900', large, 'oefentafel'],
  ['at 200 %', enlarged, 'oefentafel'], ['of a large case', large, 'vijf-overleggen']]) {
  test(`the table ${name}`, async () => {
    const one = paused(scenario), other = paused(scenario);
    const tab = await Tab.open(browser, `${server.url}/${one}`, size);
    await tab.takes_seat('Samira', /^OVJ/);
    await tab.has('table.help');
    const file = name.replace(/\W+/g, '-');
    are_the_same(await differences(window_shows(`table-${file}`, size, '--code', other, ...samira),
      await page_shows(tab, `table-${file}`)), `table ${name}`);
    await tab.page.browserContext().close();
  });
}
