// A table in a browser, by what a screen reader finds: nothing here knows where anything is drawn.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const fs = require('node:fs');
const {Server, Tab, launch, pause} = require('./house.js');

let server, browser;
test.before(async () => { server = await Server.start(); browser = await launch(); });
test.after(async () => { await browser.close(); await server.stop(); });

const sit = (code, name, seat, size) => Tab.sit(browser, `${server.url}/${code}`, name, seat, size);

async function begun() {
  const code = server.newSession('oefentafel');
  const prosecutor = await sit(code, 'Samira é', /^OVJ/);
  const director = await sit(code, 'Tom', /^PRC/, {width: 1600, height: 900});
  server.trainer('start', code);
  await prosecutor.reads_text('Stel een vraag');
  await director.reads_text('Stel een vraag');
  return {code, prosecutor, director};
}

const times = (all, words) => all.split(words).length - 1;

async function ask(tab, words) {
  await tab.use('button', 'Stel een vraag');
  await tab.use('option', /PRC, Procesregisseur/);
  await tab.use('button', /Over wie\?/);
  await tab.use('option', /Jorn/);
  await tab.use('button', /Waarover\?/);
  await tab.use('option', /Wonen/);
  await tab.type('Jouw vraag', words);
  await tab.use('button', /^Vraag aan/);
}

test('asks, answers, refuses, shares and talks by the accessibility tree alone', async () => {
  const {prosecutor, director} = await begun();
  await prosecutor.picture('table-1280');
  await director.picture('table-1600');
  await ask(prosecutor, 'Kan Jorn ergens slapen? Ik moet vandaag beslissen.');
  await director.reads_text('Kan Jorn ergens slapen');
  await director.use('button', /^Beantwoorden/);
  await director.use('radio', 'Weigeren');
  await director.picture('refuse-1600');
  await director.use('option', 'Geen grondslag');
  await director.type(/^Licht toe/, 'Zonder triage mag dit niet. Meld hem aan.');
  await director.use('button', /^Weigeren/);
  await prosecutor.use('tab', 'Jij vroeg');
  await prosecutor.reads_text('Geweigerd', 30000);
  await prosecutor.use('button', 'Bekijk');
  await prosecutor.reads_text('Zonder triage mag dit niet. Meld hem aan.');
  await prosecutor.page.keyboard.press('Escape');

  await director.use('option', /^Een kamer vanaf vrijdag/);
  await director.use('button', /^Delen…/);
  await director.use('option', /^Z, OVJ/);
  await director.use('button', /Kies een doel|Welk doel/);
  await director.use('option', /^Afdoening|^Besluit/);
  await director.use('option', /^Taak van algemeen belang|^Wgs|^WGS/);
  await director.use('radio', /^Conclusie/);
  await director.use('button', /^Delen/);
  await prosecutor.reads_text('heeft Jorn een eigen begeleide kamer', 30000);

  for (const each of [prosecutor, director]) await each.enters('BRUG');
  await prosecutor.type(/^Bericht/, 'Ik begin met beeldvorming.');
  await prosecutor.page.keyboard.press('Enter');
  for (const each of [prosecutor, director]) await each.reads_text('Ik begin met beeldvorming.');
  assert.deepStrictEqual([...prosecutor.faults, ...director.faults], []);
});

test('a page that is loaded again, slept or moved through has the same seat, and each act once', async () => {
  const {prosecutor, director} = await begun();
  for (const each of [prosecutor, director]) await each.enters('BRUG');
  await prosecutor.type(/^Bericht/, 'Half getypt');
  await pause(1500);  // kept at most once a second
  await prosecutor.page.reload();
  await prosecutor.reads_text('Stel een vraag');
  await prosecutor.until('the draft', async () => (await prosecutor.reads()).includes('= Half getypt'));
  await prosecutor.type(/^Bericht/, ', en nu af.');
  await prosecutor.page.keyboard.press('Enter');
  await director.reads_text('Half getypt, en nu af.');
  await prosecutor.page.goto('about:blank');
  await prosecutor.page.goBack();
  for (const each of [prosecutor, director]) {
    await each.reads_text('Half getypt, en nu af.');
    assert.strictEqual(times(await each.hears(), 'Half getypt, en nu af.'), 1);
  }
  assert.match(await prosecutor.hears(), /OVJ/);

  // The server falls over and comes back at its address.
  const address = server.url.replace('http://', '');
  await server.kill();
  await prosecutor.reads_text('geen verbinding');
  await ask(prosecutor, 'Gevraagd zonder lijn.');
  await server.run(address);
  await director.reads_text('Gevraagd zonder lijn.', 30000);
  await prosecutor.reads_text('Je bent weer binnen', 30000);
  assert.doesNotMatch(await prosecutor.hears(), /geen verbinding/i);
  assert.strictEqual(times(await director.hears(), 'Gevraagd zonder lijn.'), 1);
});

test('a duplicated tab takes the seat over and the first one says so', async () => {
  const {prosecutor} = await begun();
  await pause(1500);  // kept at most once a second
  const kept = await prosecutor.page.evaluate(() => JSON.stringify(sessionStorage));
  const second = new Tab();
  second.faults = [];
  second.page = await prosecutor.page.browserContext().newPage();
  await second.page.setViewport({width: 1280, height: 720});
  await second.page.evaluateOnNewDocument((all) => {
    for (const [name, value] of Object.entries(JSON.parse(all))) sessionStorage.setItem(name, value);
  }, kept);
  await second.page.goto(prosecutor.page.url());
  await second.reads_text('Stel een vraag');
  // Who looks again at the first one sees it; the second one stays.
  await prosecutor.page.bringToFront();
  await prosecutor.reads_text('Je bent op een ander scherm verdergegaan.', 10000);
  await pause(2000);
  assert.match(await prosecutor.hears(), /Verder op dit scherm/);
  await second.page.bringToFront();
  await second.reads_text('Stel een vraag');
});

test('the trainer leads from a browser', async () => {
  const tab = await Tab.open(browser, server.url);
  await tab.leads(server.key);
  await tab.picture('desk-1280');
  const code = await tab.begins('oefentafel', server);
  const tom = await sit(code, 'Tom', /^VT/);
  await tom.learns('Stel een vraag', async () => {
    await tab.press('trainer.clock');
    await tab.press('start.empty');
  });
  await tom.learns('Pauze', () => tab.press('trainer.clock'));
  assert.deepStrictEqual([...tab.faults, ...tom.faults], []);
});

test('nothing serious is found by axe-core, at no zoom and at 200 percent', async () => {
  const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  for (const scale of [1, 2]) {
    const code = server.newSession('oefentafel');
    const tab = await sit(code, `Bram ${scale}`, /^OVJ/,
      {width: 1280 / scale, height: 720 / scale, deviceScaleFactor: scale});
    await tab.picture(`lobby-${scale}00`);
    // Through the protocol, which the page's own policy does not hold back.
    await tab.page.evaluate(axe);
    const found = await tab.page.evaluate(() => window.axe.run());
    const serious = found.violations.filter((each) => ['serious', 'critical'].includes(each.impact));
    assert.deepStrictEqual(serious.map((each) => each.id + ': ' + each.nodes.map((node) =>
      node.html.slice(0, 160)).slice(0, 4).join(' | ')), []);
  }
});

test('at rest the page does nothing, and a frame is quick', async () => {
  const code = server.newSession('oefentafel');
  const tab = await sit(code, 'Rustig', /^PRC/);
  await pause(1000);
  const busy = async () => (await tab.page.metrics()).TaskDuration;
  const before = await busy();
  await pause(4000);
  const share = ((await busy()) - before) / 4;
  console.log(`# at rest ${(100 * share).toFixed(1)} % of a core`);
  assert.ok(share < 0.2, `${share}`);  // the caret blinks; the bound only finds a loop that spins
});
