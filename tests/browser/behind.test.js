// Behind nginx and HAProxy with TLS and under a path, set up as server/net/README.md says (section proxies).
// Where one of them is not installed its test is left out.
'use strict';
const test = require('node:test');
const assert = require('node:assert');
const {spawn, execFileSync} = require('node:child_process');
const fs = require('node:fs');
const https = require('node:https');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const {Server, Tab, launch, pause} = require('./house.js');

let server, browser, folder, certificate;
test.before(async () => {
  server = await Server.start(['--trusted-proxy', '127.0.0.1']);
  browser = await launch({acceptInsecureCerts: true});
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'casustafel-behind-'));
  certificate = path.join(folder, 'certificate.pem');
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost',
    '-keyout', certificate + '.key', '-out', certificate + '.crt'], {stdio: 'ignore'});
  fs.writeFileSync(certificate, fs.readFileSync(certificate + '.crt') + fs.readFileSync(certificate + '.key'));
});
test.after(async () => {
  await browser.close();
  await server.stop();
  fs.rmSync(folder, {recursive: true, force: true});
});

const nginx = (port, to) => `
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
  upstream casustafel { server ${to}; keepalive 32; }
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${certificate}.crt;
    ssl_certificate_key ${certificate}.key;
    location /casus/ {
      proxy_pass http://casustafel/;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_read_timeout 90s;
    }
  }
}
`;
const haproxy = (port, to) => `
defaults
  mode http
  timeout connect 5s
  timeout client 90s
  timeout server 90s
  timeout tunnel 90s
frontend web
  bind 127.0.0.1:${port} ssl crt ${certificate}
  http-request redirect location /casus/ if { path /casus }
  use_backend casustafel if { path_beg /casus/ }
backend casustafel
  http-request del-header X-Forwarded-For
  option forwardfor
  http-request set-header X-Forwarded-Proto https
  http-request replace-path /casus(/.*) \\1
  server one ${to}
`;

const free_port = () => new Promise((done) => {
  const one = net.createServer().listen(0, '127.0.0.1', () => {
    const {port} = one.address();
    one.close(() => done(port));
  });
});
const headers_of = (address) => new Promise((done, failed) => {
  https.get(address, {rejectUnauthorized: false}, (answer) => { answer.resume(); done(answer.headers); })
    .on('error', failed);
});

async function plays(address, code, name, seat, way) {
  const tab = await Tab.sit(browser, `${address}${code}`, name, seat, undefined,
    way === '0' ? {} : {'casustafel.way': way});
  assert.strictEqual(await tab.page.evaluate(() => sessionStorage.getItem('casustafel.way')), way);
  return tab;
}

const proxies = [['nginx', '/usr/sbin/nginx', nginx, ['-e', 'stderr', '-g', 'daemon off;', '-c']],
  ['HAProxy', '/usr/sbin/haproxy', haproxy, ['-db', '-f']]];
for (const [name, program, configuration, words] of proxies) {
  test(`behind ${name} all three ways carry a table, over TLS and under a path`,
    {skip: !fs.existsSync(program)}, async () => {
      const port = await free_port(), file = path.join(folder, name + '.conf');
      fs.writeFileSync(file, configuration(port, server.url.replace('http://', '')));
      const front = spawn(program, [...words, file], {stdio: ['ignore', 'inherit', 'inherit']});
      try {
        await pause(800);
        const address = `https://127.0.0.1:${port}/casus/`;
        assert.ok((await headers_of(address))['strict-transport-security']);
        const code = server.newSession('oefentafel');
        const tabs = [await plays(address, code, 'Samira', /^OVJ/, '0'),
          await plays(address, code, 'Bram', /^POL-Z/, '1'), await plays(address, code, 'Noor', /^PRC/, '2')];
        server.trainer('start', code);
        await tabs[0].use('button', 'Ga naar binnen');
        await tabs[1].use('button', 'Ga naar binnen');
        for (const [tab, other, words_said] of [[tabs[0], tabs[1], 'Hoor je mij?'], [tabs[1], tabs[0], 'Ja, ik hoor je.']]) {
          await tab.type(/^Bericht/, words_said);
          await tab.page.keyboard.press('Enter');
          await other.reads_text(words_said);
        }
        await tabs[2].reads_text('Stel een vraag');
        for (const tab of tabs) {
          assert.deepStrictEqual(tab.faults, []);
          await tab.page.browserContext().close();
        }
      } finally {
        front.kill();
      }
    });
}
