// Opens the playground of a running server in a real browser and uses it as a person would.
//
//   node test/browser/playground.mjs 'http://127.0.0.1:4000/#token=mg_...' [--chromium <path>] [--screenshot <file.png>]
//
// The token must be a WRITER's, and the project without a model `churn-30d`: the page's example registers it, so that a
// subscription has something to tell. The same three may come from PLAYGROUND_URL, CHROMIUM_PATH and PLAYGROUND_SCREENSHOT.
// Prints `ok`, or fails with what went wrong.
// The picture is of the first tab with its answer: that of the README was taken on `npm run demo -- --stay`.
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

/** The tabs that a visitor finds, but for the one that changes something and the one that does not end. */
const examples = { Production: 'models', Versions: 'versions', Drift: 'monitoringReports', Alerts: 'alerts' };
const query = 'query Typed { models(first: 1) { nodes { name } } }';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { chromium: { type: 'string' }, screenshot: { type: 'string' } },
});
const address = new URL(positionals[0] ?? process.env.PLAYGROUND_URL ?? 'http://127.0.0.1:4000/');
const chromiumPath = values.chromium ?? process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const screenshot = values.screenshot ?? process.env.PLAYGROUND_SCREENSHOT;
const token = new URLSearchParams(address.hash.slice(1)).get('token');
assert.ok(token, 'The address must end in #token=..., as the one that `npm start` prints.');
const page = new URL(address);
page.hash = '';

const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  await withToken();
  await withoutToken();
  console.log('ok');
} finally {
  await browser.close();
}

async function withToken() {
  const { tab, complaints } = await open(address.href);

  assert.equal(tab.url(), page.href, 'The token must leave the address bar.');
  assert.equal(await tab.title(), 'ModelGraph');
  if (screenshot) await picture(tab);
  for (const [name, list] of Object.entries(examples)) {
    await choose(tab, name);
    await run(tab);
    const { data, errors } = JSON.parse(await answerWith(tab, `"${list}"`));
    assert.equal(errors, undefined, `${name}: ${JSON.stringify(errors)}`);
    assert.ok(Array.isArray(data[list].nodes), name);
  }
  await tab.getByLabel('Show Documentation Explorer').click();
  await tab.locator('.graphiql-doc-explorer').getByText('subscription', { exact: false }).first().waitFor();

  await write(tab, query);
  await run(tab);
  const answer = JSON.parse(await answerWith(tab, '"data"'));
  assert.equal(answer.errors, undefined, JSON.stringify(answer));
  assert.ok(Array.isArray(answer.data.models.nodes));

  await hearsOfTheSecondWindow(tab);
  await tab.getByLabel('Stop query').click();
  await tab.getByLabel('Execute query').waitFor();

  await tab.waitForTimeout(1_000); // GraphiQL writes its tabs to localStorage half a second late.
  const kept = await tab.evaluate(() => JSON.stringify({ ...localStorage }) + document.cookie);
  assert.match(kept, /Typed/, 'GraphiQL should keep its tabs in localStorage.');
  assert.ok(!kept.includes(token), 'The token must not be in localStorage.');
  assert.deepEqual(complaints, []);
}

/** What the tab Events says, done as it says. */
async function hearsOfTheSecondWindow(tab) {
  await choose(tab, 'Events');
  await run(tab);
  await tab.getByLabel('Stop query').waitFor();
  await answerWith(tab, '"CHECKPOINT"');

  const second = await tab.context().newPage();
  await second.goto(address.href);
  await choose(second, 'RegisterModel');
  await run(second);
  const { data } = JSON.parse(await answerWith(second, '"registerModel"'));
  assert.deepEqual(data.registerModel.userErrors, []);
  await answerWith(tab, '"MODEL_REGISTERED"');
  await second.close();
}

async function withoutToken() {
  const { tab, complaints } = await open(page.href);

  const field = tab.getByLabel('Paste a token');
  assert.equal(await field.getAttribute('type'), 'password');
  await field.fill('mg_wrong');
  await tab.getByRole('button', { name: 'Use' }).click();
  await tab.getByText('does not accept this token').waitFor();
  await field.fill(token);
  await tab.getByRole('button', { name: 'Use' }).click();
  await field.waitFor({ state: 'detached' });
  await write(tab, query);
  await run(tab);
  await answerWith(tab, '"models"');

  // The browser itself reports the refusals that this visit is about.
  assert.deepEqual(
    complaints.filter((text) => !text.includes('status of 401')),
    [],
  );
}

/** A fresh visitor's tab, and a list that fills with what a clean page never does. */
async function open(url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const tab = await context.newPage();
  const complaints = [];
  const mustBeOurs = (requested) => {
    const { protocol, host } = new URL(requested);
    if (protocol !== 'data:' && protocol !== 'blob:' && host !== page.host)
      complaints.push(`asked for ${requested}`);
  };
  tab.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('websocket', (socket) => mustBeOurs(socket.url()));
  context.on('request', (request) => mustBeOurs(request.url()));
  await tab.goto(url);
  await tab.locator('.graphiql-query-editor .CodeMirror').waitFor();
  return { tab, complaints };
}

async function choose(tab, name) {
  await tab.locator('.graphiql-tabs').getByText(name, { exact: true }).click();
}

async function write(tab, text) {
  await tab.locator('.graphiql-query-editor .CodeMirror').click();
  await tab.keyboard.press('ControlOrMeta+A');
  await tab.keyboard.insertText(text);
}

async function run(tab) {
  await tab.getByLabel('Execute query').click();
}

async function picture(tab) {
  await tab.getByLabel('Hide editor tools').click();
  await run(tab);
  await answerWith(tab, '"models"');
  await tab.mouse.move(640, 20); // away from what shows a hint
  await tab.screenshot({ path: screenshot });
  await tab.getByLabel('Show editor tools').click();
}

/** The whole text of the answer, as soon as it contains `part`; CodeMirror draws only the visible lines. */
async function answerWith(tab, part, timeout = 20_000) {
  const answer = await tab.waitForFunction(
    (wanted) => {
      const text = document.querySelector('.graphiql-response .CodeMirror')?.CodeMirror.getValue() ?? '';
      return text.includes(wanted) && text;
    },
    part,
    { timeout },
  );
  return answer.jsonValue();
}
