// The whole main job on real data: train, register, promote, predict, monitor, alert. Everything but starting the server
// goes through the SDK, as a user's code would. `--stay` keeps the server up at the end, on MODELGRAPH_PORT or 4000.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ModelGraph } from '@modelgraph/sdk';
import { lineageOf } from './lineage.js';
import { Opened } from './opened.js';
import { Process, ProcessFailure, startServer } from './processes.js';
import { type Month, reportMonth, table } from './summary.js';
import { MODEL, trainAndRegister } from './train.js';
import { readWeather } from './weather.js';

interface Raised {
  readonly status: string;
  readonly severity: string;
  readonly watch: string;
  readonly version: number;
  readonly message: string;
}

const stay = process.argv.includes('--stay');
const opened = new Opened();
const raised: Raised[] = [];
const months: Month[] = [];
let mg: ModelGraph;
/** What the demo's other processes need to find the server; set once it runs. */
let settings: Record<string, string>;
let isDone = false;
let isSilent = false;
const say = (text: string): void => {
  if (!isSilent) console.log(text);
};
const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** What ends the demo from outside its own steps: a signal, nobody who reads what it says, or an error in a callback. */
const signalled = new Promise<NodeJS.Signals>((resolve, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)
    process.on(signal, () => resolve(signal));
  // Node ignores SIGPIPE and tells of a closed pipe, as after `| head`, by an error of the stream.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    error.code === 'EPIPE' ? resolve('SIGPIPE') : reject(error),
  );
  // A rejection that nobody handles comes here as well.
  process.on('uncaughtException', reject);
});
try {
  const signal = await Promise.race([signalled, demo()]);
  if (signal) {
    say(`\n${signal}: the demo ends its server and removes its folder.`);
    isSilent = true;
    if (!isDone) process.exitCode = 128 + constants.signals[signal];
  }
} catch (error) {
  console.error(error instanceof ProcessFailure ? error.message : error);
  process.exitCode = 1;
}
try {
  await opened.closeAll();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
// A signal has left the demo where it was, with timers and calls under way.
process.exit();

async function demo(): Promise<null> {
  say('Starting a server on an embedded database …');
  const folder = opened.open(
    () => mkdtempSync(join(tmpdir(), 'modelgraph-demo-')),
    (made) => rm(made, { recursive: true, force: true, maxRetries: 5 }),
  );
  const address = await startServer(opened, folder, stay ? process.env.MODELGRAPH_PORT || '4000' : '0');
  settings = { MODELGRAPH_URL: address.origin, MODELGRAPH_DATA: join(folder, 'data'), MODELGRAPH_TOKEN: '' };
  Object.assign(process.env, settings);
  mg = new ModelGraph();
  await startWatcher();
  const weather = readWeather();

  say('\nTraining on January to March 2012 …');
  const first = await trainAndRegister(mg, weather, '2012-01-01', '2012-04-01');
  say(`Registered version ${first.version.number}, hold-out RMSE ${first.rmse.toFixed(2)} °C.`);
  await promote(first.version.id);
  await mg.alerts.createRule({
    model: { name: MODEL },
    watch: 'RMSE',
    compare: 'ABOVE_BASELINE_RATIO',
    value: 1.5,
    severity: 'CRITICAL',
  });
  await mg.alerts.createRule({
    model: { name: MODEL },
    watch: 'DRIFT',
    compare: 'ABOVE',
    value: 0,
    severity: 'WARNING',
  });
  await serveAndReport(2013, first.version);

  say('\nTraining on 2012 and 2013 …');
  const second = await trainAndRegister(mg, weather, '2012-01-01', '2014-01-01');
  say(`Registered version ${second.version.number}, hold-out RMSE ${second.rmse.toFixed(2)} °C.`);
  await promote(second.version.id);
  const old = await mg.versions.get({ pick: { id: first.version.id } });
  say(
    `Version ${second.version.number} is in production; version ${old?.number} went to ${old?.stage} in the same step.`,
  );
  await serveAndReport(2014, second.version);

  await allToldOf(months.at(-1)?.report ?? '');
  for (const { version } of [first, second]) say(`\n${await lineageOf(mg, version.id)}`);
  conclude(first.version.number, second.version.number);
  isDone = true;
  if (stay) {
    say(`\nThe playground stays up at ${address.href} until Ctrl-C.`);
    await signalled;
  }
  return null;
}

/** The on-call person, and what they hear. */
async function startWatcher(): Promise<void> {
  let watching: () => void;
  const isWatching = new Promise<void>((resolve) => {
    watching = resolve;
  });
  const watcher = Process.start(opened, 'The watcher', {
    file: fileOf('watch.js'),
    settings,
    onLine: (line) => {
      if (line === 'watching') return watching();
      const alert = JSON.parse(line) as Raised;
      raised.push(alert);
      say(`    alert ${alert.status} ${alert.severity}: ${alert.message}`);
    },
  });
  await Promise.race([isWatching, watcher.diedEarly()]);
}

async function promote(id: string): Promise<void> {
  for (const to of ['STAGING', 'PRODUCTION'] as const)
    await mg.versions.transition({ version: { pick: { id } }, to });
}

/** A second process serves the year day by day; then each month gets its report, and the rules are evaluated on it. */
async function serveAndReport(year: number, version: { id: string; number: number }): Promise<void> {
  say(`\nServing ${year} day by day, in a process of its own …`);
  await Process.start(opened, 'The serving program', {
    file: fileOf('serve.js'),
    args: [String(year)],
    settings,
    onLine: (line) => say(`  ${line}`),
  }).ended();
  for (let month = 1; month <= 12; month += 1) {
    const report = await reportMonth(mg, version, year, month);
    months.push(report);
    say(
      `  ${report.month}: RMSE ${report.quality.rmse?.toFixed(2)} °C (hold-out ${report.baseline.rmse?.toFixed(2)}), ${report.verdict}, drifted: ${report.drifted.join(', ') || 'none'}`,
    );
  }
}

/** Rules are evaluated soon after a report was made, and their alerts travel to another process: until both are done. */
async function allToldOf(report: string): Promise<void> {
  const types = ['ALERT_OPENED', 'ALERT_FIRED', 'ALERT_RESOLVED', 'ALERT_REOPENED'] as const;
  const end = performance.now() + 30_000;
  while (performance.now() < end) {
    const isEvaluated = (await mg.reports.get(report))?.rulesEvaluated;
    let told = 0;
    for await (const _ of mg.events.list({ filter: { types } })) told += 1;
    if (isEvaluated && raised.length === told) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Alerts were raised that did not arrive over the websocket within 30 seconds.');
}

function conclude(first: number, second: number): void {
  const performance = (version: number) =>
    raised.filter(({ watch, version: of }) => watch === 'RMSE' && of === version);
  say(`\n${table(months)}\n`);
  for (const warning of new Set(months.flatMap(({ warnings }) => warnings).slice(0, 1)))
    say(`Warned in the reports: ${warning}\n`);
  say(
    `${raised.length} alert events arrived over the websocket; RMSE of version ${first}: ${performance(first).length}, of version ${second}: ${performance(second).length}.`,
  );
  if (performance(first).length === 0)
    throw new Error('No performance alert arrived for the first version, whose error grew sixfold.');
  if (performance(second).length > 0)
    throw new Error(
      'A performance alert arrived for the second version, whose error stayed near its hold-out error.',
    );
  if (!stay)
    say(
      'The playground is at http://127.0.0.1:4000 after `npm start`; `npm run demo -- --stay` keeps this one up.',
    );
}
