// Boards and forms in a page, by what a screen reader finds.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const {Server, Tab, launch} = require('./house.js');

let server, browser;
test.before(async () => { server = await Server.start(); browser = await launch(); });
test.after(async () => { await browser.close(); await server.stop(); });

const large = {width: 1600, height: 900};
const sit = (code, name, seat, size) => Tab.sit(browser, `${server.url}/${code}`, name, seat, size);
async function all_leave(tabs) {
  assert.deepStrictEqual(tabs.flatMap((each) => each.faults), []);
  for (const each of tabs) await each.page.browserContext().close();
}
async function opens(tab, board) {
  await tab.press('dock.tab.boards');
  await tab.press(`board.${board}.open`);
}

test('a card without a name is put on the signal board, and others read it', async () => {
  const code = server.newSession('de-derde-keer');
  const samira = await sit(code, 'Samira', /^OVJ/);
  const jon = await sit(code, 'Jon', /^JON/, large);
  server.trainer('start', code);
  await opens(jon, 'SIGNAALBORD');
  await jon.press('board.put.SIGNALEN');
  await jon.write('card.text', 'Een jongen heeft ineens geld voor iedereen.');
  await jon.choose('card.field.SOORT', 'GELD');
  await jon.press('card.item.C07');
  await jon.press('card.item.C07.as.fact');
  await jon.picture('card-1600');
  await jon.press('card.act');
  await jon.reads_text('Van jou');
  await opens(samira, 'SIGNAALBORD');
  await samira.reads_text('Een jongen heeft ineens geld voor iedereen.');
  await samira.picture('board-1280');
  await samira.press(/^card\.\d+$/);
  await samira.reads_text('Niemand ziet van wie deze kaart is.');
  assert.doesNotMatch(await samira.hears(), /C07|Jongerenwerk/);
  await all_leave([samira, jon]);
});

test('an agreement is put on a board, and whom it names takes a stance', async () => {
  const code = server.newSession('acht-ruiten');
  const samira = await sit(code, 'Samira', /^OVJ/);
  const noor = await sit(code, 'Noor', /^PRC/, large);
  server.trainer('start', code);
  await opens(samira, 'AFSPRAKEN');
  await samira.press('board.put.AFSPRAAK');
  await samira.write('card.text', 'Voor twaalf uur belt het OM het huis.');
  await samira.choose('card.field.WIE', 'OVJ');
  await samira.choose('card.field.VOOR', 'PRC');
  for (const field of ['WANNEER', 'TERUG']) {
    await samira.press('card.field.' + field);
    await samira.press(new RegExp(`^card\\.field\\.${field}\\.\\d+$`));
  }
  await samira.press('card.act');
  await opens(noor, 'AFSPRAKEN');
  await noor.press(/^card\.\d+$/);
  await noor.reads_text('zei nog niets');
  await noor.picture('card-read-1600');
  await noor.write('card.reason', 'Kwart voor twaalf is te laat voor ons.');
  await noor.press('card.dissent');
  await samira.press(/^card\.\d+$/);
  await samira.reads_text('niet eens: Kwart voor twaalf is te laat voor ons.');
  await noor.press(/^card\.\d+$/);
  await noor.press('card.agree');
  await samira.until('no dissent', async () => !(await samira.hears()).includes('niet eens:'));
  await samira.picture('stance-1280');
  await all_leave([samira, noor]);
});

test('a form goes outside the tables, a trainer answers it, and the answer is read', async () => {
  const trainer = await Tab.open(browser, server.url, large);
  await trainer.leads(server.key);
  const code = await trainer.begins('de-derde-keer', server);
  const samira = await sit(code, 'Samira', /^OVJ/);
  await trainer.press('trainer.clock');
  await trainer.press('start.empty');
  await samira.press('dock.tab.interventions');
  await samira.press('intervention.AANMELDEN.open');
  await samira.reads_text('Vul nog in: Wie.');
  await samira.choose('intervention.field.wie', 'lot');
  await samira.write('intervention.field.reden', 'Moeder weet het nog niet.');
  await samira.choose('intervention.field.weet', 'GEVAAR');
  await samira.picture('form-1280');
  await samira.press('intervention.act');
  await samira.reads_text('nog geen antwoord');
  await trainer.press(/^inquiry\.\d+\.answer$/);
  await trainer.reads_text('Moeder weet het nog niet.');
  await trainer.press('inquiry.reply.own');
  await trainer.write('inquiry.text', 'Bel eerst Veilig Thuis, dan ons.');
  await trainer.picture('form-trainer-1600');
  await samira.learns('Bel eerst Veilig Thuis, dan ons.', () => trainer.press('inquiry.send'));
  await samira.press(/^inquiry\.\d+\.open$/);
  await samira.reads_text('Waarom hier, en wat is al geprobeerd? Moeder weet het nog niet.');
  await samira.picture('form-answered-1280');
  await all_leave([samira, trainer]);
});
