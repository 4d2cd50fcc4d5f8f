// The serving program: a process of its own that knows the registry, the model's name and today's weather, nothing else.
import { ModelGraph } from '@modelgraph/sdk';
import { Forest } from './forest.js';
import { featuresOf, MODEL } from './train.js';
import { readWeather } from './weather.js';

const [year = ''] = process.argv.slice(2);
const mg = new ModelGraph();

const version = await mg.versions.production(MODEL);
if (!version) throw new Error(`${MODEL} has no version in production.`);
const files = await mg.versions.load(version);
const forest = Forest.parse(files.bytes('forest.json'));
const bytes = version.artifacts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
console.log(
  `serving ${year} with version ${version.number}: ${version.artifacts.length} files, ${bytes} bytes, verified`,
);

const { days } = readWeather();
let yesterday: string | undefined;
for (const day of days.filter(({ date }) => date.startsWith(year))) {
  // What was predicted yesterday for today is now known.
  if (yesterday)
    mg.predictions.recordActual(MODEL, {
      predictionId: yesterday,
      value: { number: day.temp_max },
      actualAt: `${day.date}T23:00:00Z`,
    });
  const started = performance.now();
  const value = forest.predict(day);
  yesterday = mg.predictions.log(
    { pick: { id: version.id } },
    {
      predictionId: `${day.date}-v${version.number}`,
      occurredAt: `${day.date}T12:00:00Z`,
      features: featuresOf(day),
      output: { number: { value } },
      latencyMs: performance.now() - started,
    },
  );
}
const nextDay = days.find(({ date }) => date === `${Number(year) + 1}-01-01`);
if (yesterday && nextDay)
  mg.predictions.recordActual(MODEL, {
    predictionId: yesterday,
    value: { number: nextDay.temp_max },
    actualAt: `${nextDay.date}T23:00:00Z`,
  });
await mg.predictions.close();
const { rejected, dropped } = mg.predictions.stats();
if (rejected > 0 || dropped > 0) throw new Error(`${rejected} items were rejected and ${dropped} dropped.`);
