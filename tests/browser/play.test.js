// What a whole exercise asks of a person, by what a screen reader finds: decide, plan and change seats.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const {Server, Tab, launch, pause} = require('./house.js');

let server, browser;
test.before(async () => { server = await Server.start(); browser = await launch(); });
test.after(async () => { await browser.close(); await server.stop(); });

test('decides, plans and swaps by the accessibility tree alone', async () => {
  const code = server.newSession('oefentafel');
  const at = `${server.url}/${code}`;
  const director = await Tab.sit(browser, at, 'Noor', /^PRC/);
  const prosecutor = await Tab.sit(browser, at, 'Samira', /^OVJ/);
  server.trainer('start', code);
  await director.reads_text('Stel een vraag');

  await director.use('tab', /^Besluiten/);
  await director.use('button', /^Besluiten$/);
  await director.use('radio', /^Eén afspraak/);
  await director.use('option', /G03/);
  await director.use('radio', 'Feit');
  await director.type(/^Licht toe/, 'Als niemand belt, hoort ze het van de buren.');
  await director.picture('decide-1280');
  await director.use('button', /^Besluit nemen/);
  await director.use('button', 'Nu laten ingaan');
  await director.reads_text('Besluit genomen');
  await pause(400);
  await director.use('button', /^Sluiten/);

  await director.use('tab', /^Plan/);
  await director.use('button', 'Actie toevoegen');
  await director.type(/^Wat gaat er gebeuren|^Wat/, 'Ineke bellen over vannacht.');
  await director.picture('plan-1280');
  await director.use('button', /trekker/i);
  await director.use('option', /^VT/);
  await director.use('option', /^VT/);
  console.log(await director.reads());
  await director.use('button', /^Bewaren/);
  await director.reads_text('Ineke bellen over vannacht.');

  server.trainer('swap', code, 'OVJ:PRC');
  for (const [person, note] of [[director, 'Ineke vertrouwt ons.'], [prosecutor, 'Kwart voor twee.']]) {
    console.log(await person.reads());
    await person.type(/./, note);
    await person.use('button', /^Overdracht versturen/);
    await person.use('button', 'Ik ben klaar');
  }
  await director.reads_text('Kwart voor twee.');
  await prosecutor.reads_text('Ineke vertrouwt ons.');
  await prosecutor.picture('swap-1280');
  for (const person of [director, prosecutor]) await person.use('button', 'Ik ben klaar');
  await director.reads_text('Officier van justitie');
  await prosecutor.reads_text('Procesregisseur');
  await director.reads_text('Stel een vraag');
  assert.deepStrictEqual([...director.faults, ...prosecutor.faults], []);
});
