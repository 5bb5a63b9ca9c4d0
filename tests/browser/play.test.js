// A whole practice session, swap included, by the accessibility tree alone: a trainer who leads and three
// people, each with another way to the server and another size of page. No coordinates anywhere.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const {Server, Tab, launch, pause} = require('./house.js');
const {proxy} = require('./proxy.js');

let server, browser, fronts;
test.before(async () => {
  server = await Server.start();
  browser = await launch();
  fronts = [];
});
test.after(async () => {
  await browser.close();
  for (const front of fronts) { front.closeAllConnections(); front.close(); }
  await server.stop();
});

// The server's address through a proxy that lets only some through.
async function through(how) {
  const front = await proxy(new URL(server.url), how);
  fronts.push(front);
  return `http://127.0.0.1:${front.address().port}/zaal`;
}

async function weighs_and_shares(tom, samira) {
  await tom.press('item.G04');
  await tom.press('item.weigh');
  for (const field of ['tried', 'harm', 'averts', 'minimum'])
    await tom.write(`weighing.${field}`, 'Afgewogen met Ineke zelf.');
  await tom.press('weighing.act');
  await tom.press('item.G04');
  await tom.press('item.share');
  await tom.press('share.people.OVJ');
  await tom.choose('share.purpose', 'charging_decision');
  await tom.press('share.basis.WMOVT');
  await tom.press('share.form.conclusion');
  await tom.picture('play-share-1600');
  await tom.press('share.act');
  await samira.has('item.G04');
}

async function asks_and_refuses(samira, tom) {
  await samira.press('requests.new');
  await samira.press('ask.people.VT');
  await samira.choose('ask.person', 'ineke');
  await samira.choose('ask.category', 'health');
  await samira.write('ask.text', 'Slikt moeder iets?');
  await samira.press('ask.act');
  await tom.reads_text('Slikt moeder iets?');
  await tom.press(/^request\..*\.open$/);
  await tom.press('answer.way.refuse');
  await tom.press('answer.reason.not_necessary');
  await tom.press('answer.act');
  await samira.press('requests.tab.by_me');
  await samira.reads_text('Geweigerd');
}

async function answers(samira, noor) {
  await samira.press('requests.new');
  await samira.press('ask.people.PRC');
  await samira.choose('ask.person', 'jorn');
  await samira.choose('ask.category', 'housing');
  await samira.write('ask.text', 'Kan Jorn ergens slapen?');
  await samira.press('ask.act');
  await noor.reads_text('Kan Jorn ergens slapen?');
  await noor.press(/^request\..*\.open$/);
  await noor.press('answer.way.share');
  await noor.press(/^answer\.item\.G03|^answer\.items?\..*G03/);
  await noor.press('answer.act');
  await noor.choose('share.purpose', 'charging_decision');
  await noor.press(/^share\.basis\./);
  await noor.press('share.form.conclusion');
  await noor.press('share.act');
  await samira.reads_text('Vanaf vrijdag heeft Jorn een eigen begeleide kamer');
}

async function decides(tom, noor) {
  await tom.press('dock.tab.decisions');
  await tom.press('decision.V1.open');
  await tom.press('decision.option.V1-SAMEN');
  await tom.press('decision.cite.G04');
  await tom.press('decision.cite.G04.as.fact');
  await tom.write('decision.text', 'Als niemand belt, hoort ze het van de buren.');
  await tom.press('decision.propose');
  await noor.press('dock.tab.decisions');
  await noor.press('decision.V1.open');
  await noor.reads_text('Als niemand belt, hoort ze het van de buren.');
  await noor.press('decision.option.V1-SAMEN');
  await noor.press('decision.cite.G03');
  await noor.press('decision.cite.G03.as.fact');
  await noor.picture('play-decide-1280');
  await noor.press('decision.take');
  await noor.learns('Besluit genomen', () => noor.press('decision.hasten'));
  await noor.page.keyboard.press('Escape');
  await tom.page.keyboard.press('Escape');
}

async function plans(noor, tom) {
  await noor.press('dock.tab.plan');
  await noor.press('plan.add');
  await noor.write('action.text', 'Ineke bellen over vannacht.');
  await noor.choose('action.lead', 'VT');
  await noor.press('action.informed.VT');
  await noor.picture('play-plan-1280');
  await noor.press('action.act');
  await tom.press('dock.tab.plan');
  await tom.press(/^action\..*\.confirm$/);
}

async function sleeps_and_reloads(samira, tom) {
  await samira.sleeps(true);
  await tom.write('talk.write', 'Gezegd terwijl jij sliep.');
  await tom.press('talk.send');
  await pause(1000);
  await samira.sleeps(false);
  await samira.reads_text('Gezegd terwijl jij sliep.');
  await samira.page.reload();
  await samira.reads_text('Gezegd terwijl jij sliep.');
}

async function swaps(trainer, samira, tom) {
  await trainer.press('trainer.swap');
  await trainer.press('swap_wizard.way.own');
  await trainer.choose('swap_wizard.one', 'OVJ');
  await trainer.choose('swap_wizard.other', 'VT');
  await trainer.press('swap_wizard.add');
  await trainer.picture('play-swap-trainer-1600');
  await trainer.press('swap_wizard.start');
  await samira.write('swap.note', 'Het besluit moet er om kwart voor twee liggen.');
  await tom.write('swap.note', 'Ineke vertrouwt ons. Bel haar eerst.');
  for (const person of [samira, tom]) {
    await person.press('swap.save');
    await person.reads_text('Verstuurd');
    await person.press('swap.ready');
  }
  await samira.reads_text('Ineke vertrouwt ons. Bel haar eerst.');
  await tom.reads_text('Het besluit moet er om kwart voor twee liggen.');
  await samira.reads_text('Ineke bellen over vannacht.');
  await samira.picture('play-swap-1280');
  await samira.press('swap.ready');
  await tom.press('swap.ready');
  await samira.has('talk.write');
}

test('a practice session is led and played to its end by the accessibility tree alone', async () => {
  const trainer = await Tab.open(browser, server.url, {width: 1600, height: 900});
  await trainer.leads(server.key);
  const code = await trainer.begins('oefentafel', server);

  const sockets_refused = await through({sockets: 'refuse'});
  const only_polls = await through({sockets: 'refuse', blocks: (path) => path.endsWith('/events')});
  const samira = await Tab.sit(browser, `${sockets_refused}/${code}`, 'Samira', /^OVJ/);
  const tom = await Tab.sit(browser, `${only_polls}/${code}`, 'Tom', /^VT/, {width: 1600, height: 900});
  const noor = await Tab.sit(browser, `${server.url}/${code}`, 'Noor', /^PRC/);
  const ways = await Promise.all([samira, tom, noor].map((person) =>
    person.page.evaluate(() => sessionStorage.getItem('casustafel.way'))));
  assert.deepStrictEqual(ways, ['1', '2', '0']);

  await trainer.press('trainer.clock');
  await trainer.press('start.empty');
  for (const person of [samira, tom, noor]) await person.has('talk.write');
  await weighs_and_shares(tom, samira);
  await asks_and_refuses(samira, tom);
  await answers(samira, noor);
  for (const person of [noor, tom]) await person.enters('CASUS');
  await noor.learns('Ik kan vanavond met Ineke bellen.', () => tom.says('Ik kan vanavond met Ineke bellen.'));
  await decides(tom, noor);
  await plans(noor, tom);
  await sleeps_and_reloads(noor, tom);
  await swaps(trainer, samira, tom);
  await trainer.press('trainer.end');
  await trainer.press('leave.yes');
  for (const person of [samira, tom, noor]) await person.reads_text('De oefening is klaar', 30000);
  await samira.picture('play-end-1280');
  await trainer.picture('play-end-trainer-1600');
  assert.deepStrictEqual([trainer, samira, tom, noor].flatMap((person) => person.faults), []);
});
