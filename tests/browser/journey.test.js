// The whole way of a participant who enlarges the page to 200 %: in by a link, asking, sharing, deciding, planning
// and swapping roles, on a screen of 1280 by 720, by what a screen reader finds.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const {Server, Tab, launch} = require('./house.js');

let server, browser;
test.before(async () => { server = await Server.start(); browser = await launch(); });
test.after(async () => { await browser.close(); await server.stop(); });

const enlarged = {width: 640, height: 360, deviceScaleFactor: 2};
let tom, noor, pictures = 0;
const looks = (name) => tom.picture(`200-${String(++pictures).padStart(2, '0')}-${name}`);
// Further in a dialog that shows one step at a time.
const further = (id) => tom.press(id);

async function asks() {
  await tom.press('table.tab.requests');
  await looks('requests');
  await tom.press('requests.new');
  await looks('ask');
  await tom.press('ask.people.PRC');
  await tom.press('ask.step.2');
  await tom.choose('ask.person', 'jorn');
  await tom.choose('ask.category', 'housing');
  await tom.write('ask.text', 'Waar kan Jorn slapen?');
  await looks('ask-what');
  await noor.learns('Waar kan Jorn slapen?', () => tom.press('ask.act'));
}

async function weighs_and_shares() {
  await tom.press('table.tab.dossier');
  await looks('dossier');
  await tom.press('item.G04');
  await looks('item');
  await tom.press('item.weigh');
  for (const field of ['tried', 'harm', 'averts', 'minimum'])
    await tom.write(`weighing.${field}`, 'Afgewogen met Ineke zelf.');
  await looks('weighing');
  await tom.press('weighing.act');
  await tom.press('item.share');
  await looks('share-who');
  await tom.press('share.people.PRC');
  await further('share.next');
  await looks('share-what-for');
  await tom.choose('share.purpose', 'person_centred_approach').catch(() => tom.press(/^share\.purpose\./));
  await further('share.next');
  await looks('share-basis');
  await tom.press('share.basis.WMOVT');
  await further('share.next');
  await tom.press('share.form.conclusion');
  await looks('share-form');
  await tom.press('share.act');
  await noor.has('item.G04');
}

async function decides() {
  await tom.press('table.tab.plan');
  await tom.press('dock.tab.decisions');
  await looks('decisions');
  await tom.press('decision.V1.open');
  await tom.press('decision.option.V1-SAMEN');
  await looks('decision');
  await further('decision.next');
  await tom.press('decision.cite.G04');
  await tom.press('decision.cite.G04.as.fact');
  await tom.write('decision.text', 'Als niemand belt, hoort ze het van de buren.');
  await looks('decision-grounds');
  await tom.press('decision.propose');
  await noor.press('dock.tab.decisions');
  await noor.press('decision.V1.open');
  await noor.reads_text('Als niemand belt, hoort ze het van de buren.');
  await noor.page.keyboard.press('Escape');
}

async function plans() {
  await tom.press('dock.tab.plan');
  await looks('plan');
  await tom.press('plan.add');
  await tom.write('action.text', 'Ineke bellen over vannacht.');
  await tom.choose('action.lead', 'PRC');
  await looks('action');
  await tom.press('action.step.informed');
  await tom.press('action.informed.PRC');
  await looks('action-informed');
  await tom.press('action.act');
  await noor.press('dock.tab.plan');
  await noor.reads_text('Ineke bellen over vannacht.');
}

async function talks() {
  await tom.press('table.tab.talk');
  for (const each of [tom, noor]) await each.enters('CASUS');
  await noor.learns('Ik bel om vijf uur.', () => tom.says('Ik bel om vijf uur.'));
  await tom.learns('Graag.', () => noor.says('Graag.'));
  await looks('talk');
}

async function swaps(trainer) {
  await trainer.press('trainer.swap');
  await trainer.press('swap_wizard.way.own');
  await trainer.choose('swap_wizard.one', 'PRC');
  await trainer.choose('swap_wizard.other', 'VT');
  await trainer.press('swap_wizard.add');
  await trainer.press('swap_wizard.start');
  await looks('swap-writing');
  await tom.write('swap.note', 'Ineke vertrouwt ons. Bel haar eerst.');
  await noor.write('swap.note', 'Jorn kan vrijdag terecht.');
  for (const each of [tom, noor]) {
    await each.press('swap.save');
    await each.press('swap.ready');
  }
  await looks('swap-role');
  await tom.press('swap.tab.handover');
  await tom.reads_text('Jorn kan vrijdag terecht.');
  await looks('swap-handover');
  await tom.press('swap.tab.dossier');
  await looks('swap-dossier');
  await tom.press('swap.ready');
  await noor.press('swap.ready');
  await tom.press('table.tab.role');
  await tom.reads_text('Procesregisseur');
  await looks('new-role');
}

test('a participant at 200 % does all of it, and nothing is out of reach', async () => {
  const trainer = await Tab.open(browser, server.url, {width: 1600, height: 900});
  await trainer.leads(server.key);
  const code = await trainer.begins('oefentafel', server);
  tom = await Tab.sit(browser, `${server.url}/${code}`, 'Tom', /^VT/, enlarged);
  await looks('lobby');
  noor = await Tab.sit(browser, `${server.url}/${code}`, 'Noor', /^PRC/);
  await trainer.press('trainer.clock');
  await trainer.press('start.empty');
  await tom.has('table.tab.dossier');
  await looks('table');
  await asks();
  await weighs_and_shares();
  await decides();
  await plans();
  await talks();
  await swaps(trainer);
  await trainer.press('trainer.end');
  await trainer.press('leave.yes');
  await tom.reads_text('De oefening is klaar', 30000);
  await looks('end');
  assert.deepStrictEqual([trainer, tom, noor].flatMap((each) => each.faults), []);
});
