// What the tests of the page share: a server of their own, a trainer at its command line, and tabs that
// are used through the tree that a screen reader gets, never by coordinates.
'use strict';
const {spawn, execFileSync} = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const puppeteer = require('puppeteer-core');

const root = path.resolve(__dirname, '../..');
const program = process.env.CASUSTAFEL_PROGRAM || path.join(root, 'build/dev/bin/casustafel');
const client = process.env.CASUSTAFEL_CLIENT || path.join(root, 'build/dev/bin/casustafel-client');
const page = process.env.CASUSTAFEL_PAGE || path.join(root, 'build/web/page');
const scenarios = process.env.CASUSTAFEL_SCENARIOS || path.join(root, 'scenarios');
const pictures = process.env.CASUSTAFEL_PICTURES;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

class Server {
  static async start(options = []) {
    const server = new Server();
    server.data = fs.mkdtempSync(path.join(os.tmpdir(), 'casustafel-browser-'));
    server.options = options;
    server.window = client;
    await server.run('127.0.0.1:0');
    return server;
  }
  // Starts it on this address; its data stay when it ran before.
  async run(listen) {
    this.process = spawn(program, ['serve', '--listen', listen, '--data', path.join(this.data, 'data'),
      '--scenarios', scenarios, '--web', page, ...this.options],
    {stdio: ['ignore', 'pipe', 'inherit']});
    let said = '';
    this.process.stdout.on('data', (bytes) => { said += bytes; });
    for (let tries = 0; tries < 200 && !/trainer-key \S+/.test(said); ++tries) await pause(50);
    this.url = said.match(/listening (\S+)/)[1];
    const key = said.match(/trainer-key ([A-Z0-9-]+)/);
    if (key) this.key = key[1];
  }
  async kill() {
    const gone = new Promise((done) => this.process.once('exit', done));
    this.process.kill('SIGKILL');
    await gone;
  }
  trainer(...words) {
    const out = execFileSync(program, ['trainer', '--server', this.url, '--json', ...words],
      {env: {...process.env, CASUSTAFEL_TRAINER_KEY: this.key}, encoding: 'utf8'});
    return out;
  }
  newSession(scenario) { return this.trainer('new', scenario).match(/"code":"([A-Z0-9]+)"/)[1]; }
  bots(code, ...words) {
    this.players = spawn(program, ['bots', '--server', this.url, '--code', code, '--scenarios',
      scenarios, ...words], {stdio: 'ignore'});
  }
  async stop() {
    if (this.players) this.players.kill();
    await this.kill();
    fs.rmSync(this.data, {recursive: true, force: true});
  }
}

class Tab {
  // `kept`: what the tab keeps already.
  static async open(browser, address, size = {width: 1280, height: 720}, kept = {}) {
    const context = await browser.createBrowserContext();
    const tab = new Tab();
    tab.page = await context.newPage();
    await tab.page.setViewport(size);
    await tab.page.evaluateOnNewDocument((all) => {
      for (const [name, value] of Object.entries(all))
        if (!sessionStorage.getItem(name)) sessionStorage.setItem(name, value);
    }, kept);
    tab.faults = [];
    tab.page.on('pageerror', (error) => tab.faults.push(error.message));
    tab.page.on('console', (said) => {
      if (said.type() === 'error' && !/WebSocket|Failed to load resource|net::ERR/.test(said.text()))
        tab.faults.push(said.text());
    });
    await tab.page.goto(address);
    await tab.page.waitForFunction(() => document.getElementById('mirror').children.length > 0,
      {timeout: 30000});
    return tab;
  }
  // Joins and waits in the lobby.
  static async sit(browser, address, name, seat, size, kept) {
    const tab = await Tab.open(browser, address, size, kept);
    await tab.takes_seat(name, seat);
    await tab.reads_text('Je zit klaar');
    return tab;
  }
  // From the entrance into a seat.
  async takes_seat(name, seat) {
    await this.type('Jouw naam', name);
    // A narrow screen shows one part at a time.
    const narrow = /^tab Stoel/m.test(await this.reads());
    if (narrow) await this.use('button', 'Verder');
    if (narrow) await this.use('option', seat);
    if (narrow) await this.use('button', 'Verder');
    await this.use('checkbox', 'Ik heb dit gelezen');
    if (!narrow) await this.use('option', seat);
    await this.use('button', /^Neem plaats/);
  }
  // Everything that can be read now, one element a line.
  async reads() {
    return this.page.evaluate(() => Array.from(document.querySelectorAll('#mirror [data-id]'))
      .map((node) => `${node.getAttribute('role') || node.tagName.toLowerCase()} ` +
        `${node.getAttribute('aria-label') || node.textContent}` +
        (node.value ? ` = ${node.value}` : '') +
        (node.getAttribute('aria-disabled') ? ' (uit)' : '')).join('\n'));
  }
  async until(what, there, ms = 20000) {
    const end = Date.now() + ms;
    for (;;) {
      const found = await there();
      if (found) return found;
      if (Date.now() > end) throw new Error(`wacht op ${what} en leest:\n${await this.reads()}`);
      await pause(60);
    }
  }
  // What a screen reader finds: of this role, with a name that fits.
  async find(role, name, usable = true) {
    const wanted = name instanceof RegExp ? name : new RegExp(`^${name}`);
    let tries = 0;
    const handle = await this.until(`${role} "${name}"`, async () => {
      if (++tries % 12 === 0) await this.looks_below();
      const found = await this.page.evaluateHandle((kind, source, flags, enabled) => {
        const fits = new RegExp(source, flags);
        return Array.from(document.querySelectorAll('#mirror [data-id]')).find((node) => {
          const is = node.getAttribute('role') ||
            {BUTTON: 'button', INPUT: 'textbox', TEXTAREA: 'textbox'}[node.tagName] || 'text';
          return is === kind && fits.test(node.getAttribute('aria-label') || node.textContent) &&
            (!enabled || !node.getAttribute('aria-disabled'));
        }) || null;
      }, role, wanted.source, wanted.flags, usable);
      const element = found.asElement();
      if (!element) await found.dispose();
      return element;
    });
    return handle;
  }
  async offers_key(key) {
    await this.use('button', 'Andere manieren');
    await this.use('tab', 'Ik ben trainer');
    await this.type(/sleutel/i, key);
    await this.page.keyboard.press('Enter');
  }
  // From the entrance to the trainer's desk.
  async leads(key) {
    await this.offers_key(key);
    await this.has('desk.case.oefentafel');
  }
  // Makes a session of this case at the desk; its code.
  async begins(scenario, server) {
    const before = server.trainer('list').split('\n');
    await this.press('desk.case.' + scenario);
    await this.has('trainer.clock');
    return server.trainer('list').split('\n').map((line) => line.match(/"code":"(\w+)"/))
      .find((found) => found && !before.some((line) => line.includes(found[1])))[1];
  }
  async chooses_from_menu(what) { await this.choose('bar.menu', what); }
  // The one of this name among the widgets, or of the first name that fits; whoever hears it must be told
  // what it is and what it is called.
  async named(id) {
    const fits = id instanceof RegExp ? id : new RegExp('^' + id.replace(/[.*+?]/g, '\\$&') + '$');
    let tries = 0;
    const found = await this.until(`${fits}`, async () => {
      // A list that goes on below what is drawn says so, with a button for the next.
      if (++tries % 12 === 0) await this.looks_below();
      const handle = await this.page.evaluateHandle((source) => {
        const wanted = new RegExp(source);
        return Array.from(document.querySelectorAll('#mirror [data-id]')).find((node) =>
          wanted.test(node.dataset.id) && !node.getAttribute('aria-disabled')) || null;
      }, fits.source);
      const element = handle.asElement();
      if (!element) await handle.dispose();
      return element;
    });
    const heard = await found.evaluate((node) => ({
      role: node.getAttribute('role') || node.tagName,
      name: node.getAttribute('aria-label') || node.textContent,
    }));
    if (!heard.name || heard.role === 'P') throw new Error(`${id} is heard as ${JSON.stringify(heard)}`);
    return found;
  }
  looks_below() {
    return this.page.evaluate(() => {
      for (const node of document.querySelectorAll('#mirror button'))
        if (/^Nog \d+ hieronder/.test(node.textContent)) node.click();
    });
  }
  async press(id) { await (await this.named(id)).evaluate((node) => node.click()); await pause(80); }
  async write(id, text) {
    await (await this.named(id)).evaluate((node) => node.focus());
    await pause(60);
    await this.page.keyboard.type(text, {delay: 2});
    await pause(80);
  }
  async choose(list, option) { await this.press(list); await this.press(`${list}.${option}`); }
  has(id) { return this.until(id, () => this.page.$(`#mirror [data-id="${id}"]`)); }
  // The tab sleeps, as a browser has it do when nobody looks.
  async sleeps(asleep) {
    this.devtools = this.devtools || await this.page.createCDPSession();
    await this.devtools.send('Page.setWebLifecycleState', {state: asleep ? 'frozen' : 'active'});
    if (asleep) return;
    // It wakes because somebody looks again, which the browser only believes of a window that was away.
    const {windowId} = await this.devtools.send('Browser.getWindowForTarget');
    for (const windowState of ['minimized', 'normal'])
      await this.devtools.send('Browser.setWindowBounds', {windowId, bounds: {windowState}});
  }
  async use(role, name) { (await this.find(role, name)).evaluate((node) => node.click()); await pause(120); }
  // Puts the focus in the field and types, key by key.
  async type(name, text) {
    await (await this.find('textbox', name)).evaluate((node) => node.focus());
    await pause(80);
    await this.page.keyboard.type(text, {delay: 4});
    await pause(120);
  }
  // What is said on the screen, one element a line, without what stands in a field: a person's own words there
  // show nothing of what became of them.
  async hears() {
    return this.page.evaluate(() => Array.from(document.querySelectorAll('#mirror [data-id]'))
      .filter((node) => node.tagName !== 'INPUT' && node.tagName !== 'TEXTAREA')
      .map((node) => node.getAttribute('aria-label') || node.textContent).join('\n'));
  }
  reads_text(text, ms) { return this.until(`"${text}"`, async () => (await this.hears()).includes(text), ms); }
  // It was not there, and is once this was done.
  async learns(text, act, ms) {
    if ((await this.hears()).includes(text)) throw new Error(`"${text}" staat er al:\n${await this.hears()}`);
    await act();
    await this.reads_text(text, ms);
  }
  async says(words) {
    await this.write('talk.write', words);
    await this.press('talk.send');
  }
  async enters(meeting) {
    await this.choose('talk.conversation', 'meeting:' + meeting);
    await this.press('talk.enter');
    await this.named('talk.write');
  }
  async picture(name) {
    if (!pictures) return;
    fs.mkdirSync(pictures, {recursive: true});
    await this.page.screenshot({path: path.join(pictures, name + '.png')});
  }
}

// The browser that is there, or the one that the test was told of; CASUSTAFEL_BROWSER=firefox is the other.
function launch(options = {}) {
  if (process.env.CASUSTAFEL_BROWSER === 'firefox')
    return puppeteer.launch({...options, browser: 'firefox', executablePath: '/usr/bin/firefox-esr',
      extraPrefsFirefox: {'intl.accept_languages': 'nl', 'layout.css.devPixelsPerPx': '1.0'}});
  const found = [process.env.CASUSTAFEL_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome'].find((name) => name && fs.existsSync(name));
  return puppeteer.launch({...options, executablePath: found, args: ['--no-sandbox', '--disable-gpu',
    '--force-device-scale-factor=1', '--lang=nl']});
}

module.exports = {Server, Tab, launch, pause, pictures, program, root};
