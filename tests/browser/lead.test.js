// What a trainer has at hand, clicked in a page as somebody new to it would, at both sizes: several sessions side
// by side, the invitation with its QR, trainers with keys of their own, more time for one seat, an inject held
// back and one in other words, and an earlier moment.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const {execFileSync} = require('node:child_process');
const path = require('node:path');
const {Server, Tab, launch, program} = require('./house.js');

let server, browser;
test.before(async () => { server = await Server.start(); browser = await launch(); });
test.after(async () => { await browser.close(); await server.stop(); });

// A key for this name, as whoever runs the server makes one beside it.
const trainers = (...words) => execFileSync(program, ['trainers', ...words, '--data', path.join(server.data, 'data')],
  {encoding: 'utf8', env: {...process.env, LANG: 'nl_NL.UTF-8'}});
const key_of = (name) => trainers('add', name).match(/trainer-key (\S+)/)[1];

for (const size of [{width: 1280, height: 720}, {width: 1600, height: 900}]) {
  const high = `lead-${size.width}`;
  test(`a new trainer finds what is needed at ${size.width}x${size.height}`, async () => {
    const anouk = await Tab.open(browser, server.url, size);
    const looks = (name) => anouk.picture(`${high}-${name}`);
    const name = `Anouk ${size.width}`;
    server.key = key_of(name);  // the one of the first start opens nothing any more
    await anouk.leads(server.key);
    await looks('01-desk-empty');

    // Prepared ahead, beside one that is made now.
    await anouk.press('desk.prepare.de-derde-keer');
    await anouk.write('card.name', `Middag ${size.width}`);
    await anouk.write('card.date', '14 januari');
    await anouk.write('card.group', 'Team Noord');
    await anouk.write('card.notes', 'Zaal 3, koffie om half elf.');
    await looks('02-prepare');
    await anouk.press('card.keep');
    await anouk.reads_text(`Middag ${size.width}`);
    const code = await anouk.begins('oefentafel', server);
    await anouk.chooses_from_menu('invite');
    await anouk.reads_text(`${server.url}/${code.slice(0, 4)}-${code.slice(4)}`);
    await looks('03-invitation');
    await anouk.page.keyboard.press('Escape');
    const beamer = await Tab.open(browser, `${server.url}/${code}#beamer`, size);
    await beamer.reads_text('Doe mee op');
    await beamer.picture(`${high}-03-projector`);

    const tom = await Tab.sit(browser, `${server.url}/${code}`, 'Tom', /^VT/);
    const samira = await Tab.sit(browser, `${server.url}/${code}`, 'Samira', /^OVJ/);
    await anouk.press('trainer.clock');
    await looks('04-start');
    await anouk.press('start.empty');

    await beamer.reads_text('Ronde 1 van');
    assert.doesNotMatch(await beamer.hears(), /Tom|Samira/);

    // A second trainer helps, under a name of her own; what she does is told with it.
    const marijke = await Tab.open(browser, server.url, size);
    const key = key_of(`Marijke ${size.width}`);
    await marijke.leads(key);
    await marijke.press('desk.open.' + code);
    await marijke.has('trainer.clock');
    await anouk.chooses_from_menu('people');
    await anouk.reads_text('Wie leidt deze oefening?');
    await anouk.reads_text(name);
    await looks('05-people');
    await anouk.page.keyboard.press('Escape');

    // More time for one seat.
    await samira.press('requests.new');
    await samira.press('ask.people.VT');
    await samira.choose('ask.person', 'ineke');
    await samira.choose('ask.category', 'health');
    await samira.write('ask.text', 'Slikt moeder iets?');
    await samira.press('ask.act');
    await tom.reads_text('Slikt moeder iets?');
    const due = async () => (await tom.hears()).match(/vóór (\d\d:\d\d)|(\d\d:\d\d)/g).join();
    const before = await due();
    await anouk.press('seat.VT');
    await looks('06-seat');
    await anouk.press('seat.more_time');
    await tom.until('another term', async () => await due() !== before);
    await anouk.page.keyboard.press('Escape');

    // What would come by itself does not; another comes in other words.
    if (size.width < 1440) await anouk.press('trainer.right.injects');
    await anouk.press('inject.INJ-01');
    await anouk.reads_text('Komt vanzelf om 13:05');
    await looks('07-inject');
    await anouk.press('inject.hold');
    await anouk.reads_text('Komt niet vanzelf');
    await anouk.press('inject.INJ-02');
    await anouk.press('inject.adapt');
    await looks('08-adapt');
    await anouk.reads_text('Wat de casus schreef, komt nu niet vanzelf.');
    await anouk.write('improvise.text', ' En zij huilt.');
    await anouk.press('improvise.audience.everybody');
    await anouk.press('improvise.act');
    await looks('09-pending');
    await tom.press('talk.tab.notices');
    await tom.reads_text('En zij huilt.', 30000);

    // Several side by side, and who calls in another.
    await anouk.press('trainer.desk');
    await anouk.reads_text('2 aan tafel');
    await looks('10-desk');
    await anouk.press('desk.open.' + code);

    // Back to the beginning of this round.
    await anouk.chooses_from_menu('restart');
    await anouk.choose('restart.from', 'round1');
    await looks('11-restart');
    await anouk.press('restart.go');
    await tom.reads_text('De oefening gaat verder vanaf');
    await anouk.reads_text('De klok staat stil. Start hem als iedereen klaar is.');
    await looks('12-gone-back');
    await tom.picture(`${high}-13-participant-gone-back`);

    // A key that is revoked opens nothing more.
    trainers('revoke', `Marijke ${size.width}`);
    await marijke.until('closed', async () => !(await marijke.page.$('#mirror [data-id="trainer.clock"]')), 15000);
    await marijke.picture(`${high}-14-revoked`);
    const again = await Tab.open(browser, server.url, size);
    await again.offers_key(key);
    await again.reads_text('De trainersleutel klopt niet.');
    const all = [anouk, tom, samira, marijke, again, beamer];
    assert.deepStrictEqual(all.flatMap((each) => each.faults), []);
    for (const each of all) await each.page.browserContext().close();
  });
}
