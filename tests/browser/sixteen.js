// Sixteen tabs and a trainer's play case A at speed 4 on this machine, and what that costs: not a test, since
// it takes minutes. `node tests/browser/sixteen.js [SECONDS]` prints the figures for tests/bench/README.md.
'use strict';
const fs = require('node:fs');
const {Server, Tab, launch, pause} = require('./house.js');

const seconds = Number(process.argv[2] || 120);
const speed = '4';
const seats = ['OVJ', 'POL-Z', 'RVK-Z', 'SHN-Z', 'RN-Z', 'PRC', 'CAS', 'OOV', 'NAZ', 'DJI', 'OM-V', 'POL-V',
  'RN-V', 'VT', 'GGZ', 'LPA'];
const ticks = 100;  // of the kernel in a second

// Seconds of processor that a process has used.
function used(pid) {
  const after = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(after[11]) + Number(after[12])) / ticks;
}
// Megabytes of memory that are there because of a process; what it shares counts for its part.
function megabytes(pid) {
  return Number(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+)/m)[1]) / 1024;
}
const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const most = (numbers) => Math.max(...numbers);

async function processes(browser, type) {
  const session = await browser.target().createCDPSession();
  const {processInfo} = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter((each) => each.type === type).map((each) => each.id);
}

// A page for the first time over 10 Mbit/s, and again with what was kept: when its first frame stood there.
async function first_frames(browser, address) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({width: 1600, height: 900});
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
  await page.evaluateOnNewDocument(() => {
    addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
      if (document.getElementById('mirror').children.length > 0) window.shown = window.shown || performance.now();
    }).observe(document.getElementById('mirror'), {childList: true}));
  });
  const look = async () => {
    bytes = 0;
    await page.goto('about:blank');
    await page.goto(address);
    await page.waitForFunction(() => window.shown, {timeout: 60000});
    await pause(300);
    return {ms: Math.round(await page.evaluate(() => window.shown)), bytes};
  };
  await session.send('Network.emulateNetworkConditions',
    {offline: false, latency: 20, downloadThroughput: 1.25e6, uploadThroughput: 1.25e6});
  const cold = await look(), warm = await look();
  await context.close();
  return {cold, warm};
}

// What whole frames cost: everything is drawn anew, as after a resize.
async function whole_frames(tab) {
  return tab.page.evaluate(async () => {
    const costs = [];
    const usual = window.requestAnimationFrame;
    window.requestAnimationFrame = (use) => usual.call(window, (now) => {
      const begin = performance.now();
      use(now);
      costs.push(performance.now() - begin);
    });
    for (let times = 0; times < 40; ++times) {
      costs.push(-1);
      dispatchEvent(new Event('resize'));
      await new Promise((done) => setTimeout(done, 60));
    }
    window.requestAnimationFrame = usual;
    return costs.filter((cost, index) => costs[index - 1] === -1 && cost >= 0);
  });
}

// Goes into a meeting where there is one to go into, says something, reads; nobody waits for a widget.
async function plays(tab, number, until) {
  await pause(number * 400);
  for (let turn = 0; Date.now() < until; ++turn) {
    const door = await tab.page.$('#mirror [data-id="talk.enter"]:not([aria-disabled])');
    if (door) await door.evaluate((node) => node.click());
    const there = await tab.page.$$('#mirror textarea:not([aria-disabled])');
    if (there.length > 0) {
      await there[0].evaluate((node) => node.focus());
      await tab.page.keyboard.type(`Wat weten we van de avond? Vraag ${turn} van stoel ${number}.`, {delay: 30});
      await tab.page.keyboard.press('Enter');
    }
    await pause(3000 + 250 * number);
    const items = await tab.page.$$('#mirror [role=option]');
    if (items.length > 0) await items[turn % items.length].evaluate((node) => node.click());
    await pause(3000);
  }
}

async function main() {
  const server = await Server.start(), browser = await launch();
  try {
    const code = server.newSession('vijf-overleggen');
    const at = `${server.url}/${code}`;
    const frames = await first_frames(browser, at);
    console.log(`over de lijn ${frames.cold.bytes} bytes; eerste beeld koud over 10 Mbit/s ${frames.cold.ms} ms, ` +
      `warm ${frames.warm.ms} ms (${frames.warm.bytes} bytes)`);
    const size = {width: 1600, height: 900};
    const trainer = await Tab.open(browser, server.url, size);
    await trainer.leads(server.key);
    const tabs = [];
    for (const seat of seats) {
      tabs.push(await Tab.sit(browser, at, `Persoon ${seat}`, new RegExp(`^${seat},`), size));
      console.log(`# ${seat} zit`);
    }
    await trainer.press('desk.open.' + code);
    server.trainer('start', code, '--speed', speed);
    await tabs[0].reads_text('Stel een vraag', 60000);
    await pause(3000);
    const renderers = await processes(browser, 'renderer');
    const before = {server: used(server.process.pid), tabs: renderers.map(used)};
    const began = Date.now(), until = began + seconds * 1000;
    await Promise.all(tabs.map((tab, number) => plays(tab, number, until)));
    const took = (Date.now() - began) / 1000;
    const share = renderers.map((pid, index) => 100 * (used(pid) - before.tabs[index]) / took);
    const memory = renderers.map(megabytes);
    console.log(`${tabs.length} tabbladen en een trainer, ${took.toFixed(0)} s op snelheid ${speed}: server ` +
      `${(100 * (used(server.process.pid) - before.server) / took).toFixed(1)} % van een kern, ` +
      `${megabytes(server.process.pid).toFixed(0)} MB; een tabblad ${middle(share).toFixed(1)} % (hoogste ` +
      `${most(share).toFixed(1)}), ${middle(memory).toFixed(0)} MB (hoogste ${most(memory).toFixed(0)})`);
    await tabs[0].picture('sixteen-table');
    await trainer.picture('sixteen-trainer');
    const whole = await whole_frames(tabs[0]);
    console.log(`een heel beeld van 1600x900: ${middle(whole).toFixed(1)} ms (hoogste ${most(whole).toFixed(1)})`);
    const faults = [trainer, ...tabs].flatMap((tab) => tab.faults);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    await browser.close();
    await server.stop();
  }
}

main().catch((error) => { console.error(error); process.exitCode = 1; });
