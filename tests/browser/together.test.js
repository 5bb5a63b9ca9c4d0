// What is done together in a page, by what a screen reader finds: prompts that a trainer opens, a meeting
// that is called together, and somebody who looks on.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const {Server, Tab, launch} = require('./house.js');

let server, browser, trainer;
test.before(async () => { server = await Server.start(); browser = await launch(); });
test.after(async () => { await browser.close(); await server.stop(); });

const large = {width: 1600, height: 900};
const sit = (code, name, seat, size) => Tab.sit(browser, `${server.url}/${code}`, name, seat, size);

// A session of this case that a trainer leads in a page; its code.
async function leads(scenario) {
  trainer = await Tab.open(browser, server.url, large);
  await trainer.leads(server.key);
  return trainer.begins(scenario, server);
}
async function starts(people) {
  await trainer.press('trainer.clock');
  await trainer.press('start.empty');
  for (const each of people) await each.has('talk.conversation');
}
async function all_leave(tabs) {
  assert.deepStrictEqual(tabs.flatMap((each) => each.faults), []);
  for (const each of tabs) await each.page.browserContext().close();
}

test('a questionnaire in the lobby is answered in a page, and once', async () => {
  const code = await leads('de-derde-keer');
  const samira = await sit(code, 'Samira', /^OVJ/);
  await samira.reads_text('Vragenlijst: Mijn eigen leerdoel');
  await samira.press('prompt.unfold');
  await samira.picture('prompt-lobby-1280');
  await samira.press('prompt.DOEL.EERDER');
  await samira.write('prompt.WAARAAN', 'Ik vraag het voor de lunch.');
  await samira.press('prompt.send');
  await samira.reads_text('Vragenlijst: Vooraf: wat breng je mee?');
  await samira.press('prompt.unfold');
  await samira.press('prompt.ERVARING.SOMS');
  await samira.write('prompt.VERWACHT', 'Dat zij haast hebben.');
  await samira.press('prompt.send');
  await samira.reads_text('Niet alles beantwoord');
  await samira.press('prompt_send.yes');
  await samira.until('the next', async () => !(await samira.hears()).includes('wat breng je mee?'));
  // Of what one answers for oneself the trainer sees only who is done.
  await starts([samira]);
  await trainer.press('trainer.prompts');
  await trainer.press('prompts.LEERDOEL');
  await trainer.reads_text('1 van de 1 antwoorden binnen');
  assert.doesNotMatch(await trainer.hears(), /Ik vraag het voor de lunch/);
  await all_leave([trainer, samira]);
});

test('a trainer opens a prompt, the case stands still, and all read what was answered', async () => {
  const code = await leads('de-derde-keer');
  const samira = await sit(code, 'Samira', /^OVJ/);
  const noor = await sit(code, 'Noor', /^PRC/, large);
  const bram = await sit(code, 'Bram', /^POL-Z/);
  await starts([samira, noor, bram]);
  await trainer.press('trainer.prompts');
  await trainer.press('prompts.WIE-KAN-DIT');
  await trainer.press('prompts.act');
  await samira.reads_text('Even stilstaan: peiling');
  await samira.picture('prompt-1280');
  for (const [each, chosen] of [[samira, 'OVJ'], [bram, 'PRC'], [noor, 'PRC']]) {
    await each.press(`prompt.BIJEENROEPEN.${chosen}`);
    await each.press('prompt.VERVOLGING.OVJ');
    await each.press('prompt.ZORG.CAS');
    await each.learns(each === noor ? 'De antwoorden zijn er: Wie kan dit?' : 'we wachten op de anderen',
      () => each.press('prompt.send'));
  }
  await samira.press('prompt.results');
  await samira.reads_text('Jouw antwoord: Officier van justitie');
  await samira.reads_text('Te weinig antwoorden om ze zonder namen te tonen.');
  await samira.picture('prompt-results-1280');
  await samira.page.keyboard.press('Escape');
  await trainer.press('prompts.MIDDAG');
  await trainer.press('prompts.act');
  for (const [each, chosen] of [[samira, 'OVJ'], [noor, 'PRC'], [bram, 'PRC']]) {
    await each.press(`prompt.REGIE.${chosen}`);
    await each.press('prompt.RISICO.ANDER');
    await each.press('prompt.OM.LATER');
    await each.press('prompt.send');
  }
  await trainer.reads_text('2 van 3');
  await trainer.press('prompts.names');
  await trainer.reads_text('1 van 3: Samira');
  await trainer.picture('prompt-results-trainer-1600');
  await samira.reads_text('De peiling is gesloten');
  await all_leave([trainer, samira, noor, bram]);
});

test('a meeting is called together and joined, and the map tells who discusses whom', async () => {
  const code = await leads('vijf-overleggen');
  const samira = await sit(code, 'Samira', /^OVJ/);
  const noor = await sit(code, 'Noor', /^PRC/);
  const cas = await sit(code, 'Cas', /^CAS/, large);
  await starts([samira, noor, cas]);
  await samira.chooses_from_menu('triage');
  await samira.write('triage.reason', 'Vier mensen van één gezin, op vijf plekken besproken.');
  await samira.press('triage.act');
  await noor.reads_text('Casus aannemen');
  await noor.chooses_from_menu('triage');
  await noor.press('accept.yes');
  await noor.choose('talk.conversation', 'meeting:GEZIN');
  await noor.press('talk.all_meetings');
  await noor.reads_text('Wie bespreekt wie');
  await noor.picture('meetings-map-1280');
  await noor.press('meetings.convene.GEZIN');
  await noor.write('meeting.words', 'Het gaat over één gezin.');
  await noor.picture('meetings-convene-1280');
  await noor.press('meeting.act');
  await noor.page.keyboard.press('Escape');
  for (const each of [cas, noor]) await each.enters('GEZIN');
  await cas.learns('Wie neemt contact op met Mirjam?', () => noor.says('Wie neemt contact op met Mirjam?'));
  await cas.press('talk.all_meetings');
  await cas.reads_text('Nu aanwezig: 2.');
  await cas.picture('meetings-map-1600');
  await all_leave([trainer, samira, noor, cas]);
});

test('somebody with a grant looks on in a page, and everybody knows', async () => {
  const code = await leads('oefentafel');
  const tom = await sit(code, 'Tom', /^VT/);
  const bram = await sit(code, 'Bram', /^POL-Z/);
  await starts([tom, bram]);
  await trainer.chooses_from_menu('onlookers');
  await trainer.write('onlookers.name', 'Wethouder De Haan');
  await trainer.choose('onlookers.whom', 'table:V');
  await trainer.press('onlookers.invite');
  await trainer.has('onlookers.copy.1');
  const granted = await trainer.until('the code', async () =>
    ((await trainer.hears()).match(/^[A-Z0-9]{4}\W[A-Z0-9]{4}$/m) || [''])[0].replace(/\W/, ''));
  assert.notStrictEqual(granted, code);
  await trainer.picture('onlookers-1600');
  await trainer.page.keyboard.press('Escape');

  const guest = await Tab.open(browser, `${server.url}/${granted}`);
  await guest.reads_text('Je kijkt mee met');
  await tom.reads_text('Wethouder De Haan kijkt mee');
  await guest.choose('looking_on.eyes', 'VT');
  await guest.reads_text('Je kijkt mee met Veilig Thuis');
  await guest.reads_text('Je ziet wat deze rol nu ziet.');
  await guest.press('item.G04');
  await guest.picture('looking-on-1280');
  for (const each of [tom, bram]) await each.enters('BRUG');
  await bram.learns('Ineke belt niet zelf.', () => tom.says('Ineke belt niet zelf.'));
  await guest.reads_text('Ineke belt niet zelf.');
  // It looks and does nothing: what this role could do is there and is not to be used.
  for (const id of ['talk.write', 'item.share', 'requests.new'])
    assert.strictEqual(await guest.page.$eval(`#mirror [data-id="${id}"]`,
      (node) => node.getAttribute('aria-disabled')).catch(() => 'true'), 'true', id);
  assert.doesNotMatch(await guest.hears(), /G01/);

  await trainer.chooses_from_menu('onlookers');
  await trainer.press('onlookers.stop.1');
  await guest.reads_text('Je kijkt niet meer mee.');
  await tom.until('nobody looks on', async () => !(await tom.page.$('#mirror [data-id="bar.onlookers"]')));
  await all_leave([trainer, tom, bram, guest]);
});
