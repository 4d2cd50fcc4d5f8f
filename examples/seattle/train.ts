import { type ModelGraph, type SignatureInput } from '@modelgraph/sdk';
import { Forest, HYPERPARAMETERS } from './forest.js';
import { type Day, type Example, examplesOf, holdOut, type Weather } from './weather.js';

export const MODEL = 'seattle-max-temperature';

const SIGNATURE: SignatureInput = {
  inputs: [
    { name: 'precipitation', kind: 'NUMBER' },
    { name: 'temp_max', kind: 'NUMBER' },
    { name: 'temp_min', kind: 'NUMBER' },
    { name: 'wind', kind: 'NUMBER' },
    { name: 'weather', kind: 'CATEGORY', categories: ['drizzle', 'fog', 'rain', 'snow', 'sun'] },
  ],
  output: { unit: '°C' },
};

/** A day as the features of a prediction. */
export const featuresOf = ({ precipitation, temp_max, temp_min, wind, weather }: Day) => ({
  precipitation,
  temp_max,
  temp_min,
  wind,
  weather,
});

/**
 * Trains on the days from (inclusive) to (exclusive), recorded as a run, and registers the result as a version: judged on
 * every fifth week, which was held out, then fitted again on all days.
 */
export async function trainAndRegister(mg: ModelGraph, weather: Weather, from: string, to: string) {
  const examples = examplesOf(weather.days, from, to);
  const { fitting, held } = holdOut(examples);
  const run = await mg.runs.start({
    name: `forest on ${from} to ${to}`,
    externalId: `forest-${from}-${to}`,
    experiment: MODEL,
    params: { ...HYPERPARAMETERS, from, to },
    dataset: {
      name: 'seattle-weather',
      version: `${from}/${to}`,
      digest: `sha256:${weather.digest}`,
      rows: examples.length,
    },
    trainingSamples: fitting.length,
    validationSamples: held.length,
  });
  // The hold-out error as the forest grows: one point per size.
  for (const trees of [5, 10, 20, HYPERPARAMETERS.nEstimators]) {
    await mg.runs.log(run, [
      { name: 'holdout_rmse', step: trees, value: Forest.train(fitting, trees).rmse(held) },
    ]);
  }
  const judged = Forest.train(fitting);
  const rmse = judged.rmse(held);
  const forest = Forest.train(examples);
  await mg.runs.finish(run, { status: 'SUCCEEDED' });

  const { version } = await mg.versions.register({
    model: MODEL,
    task: 'REGRESSION',
    description: `Tomorrow's maximum temperature in Seattle, trained on ${from} to ${to}.`,
    algorithm: 'random forest',
    framework: 'ml-random-forest',
    artifact: { path: 'forest.json', content: forest.serialize(), mediaType: 'application/json' },
    hyperparameters: HYPERPARAMETERS,
    metrics: [{ name: 'rmse', value: rmse }],
    evaluations: [{ dataset: 'held-out weeks', metrics: [{ name: 'rmse', value: rmse }] }],
    signature: SIGNATURE,
    featureImportance: importance(forest, examples),
    baseline: { rows: baselineRows(examples, held, judged) },
    trainingRun: { id: run.id },
    tags: [{ key: 'city', value: 'seattle' }],
  });
  return { version, rmse };
}

/** The features of all rows; outputs and actuals only of rows that the judged forest had not seen. */
function* baselineRows(examples: readonly Example[], held: readonly Example[], judged: Forest) {
  const unseen = new Set(held);
  for (const example of examples) {
    const features = featuresOf(example.day);
    if (unseen.has(example))
      yield {
        features,
        output: { number: { value: judged.predict(example.day) } },
        actual: { number: example.tomorrow },
      };
    else yield { features };
  }
}

/** Permutation importance (Breiman 2001): how much the error grows, in °C, when a feature is shifted by half of the rows. */
function importance(forest: Forest, examples: readonly Example[]) {
  const error = forest.rmse(examples);
  return SIGNATURE.inputs.map(({ name }) => {
    const shuffled = examples.map((example, index) => {
      const other = examples[(index + Math.floor(examples.length / 2)) % examples.length] ?? example;
      return { ...example, day: { ...example.day, [name]: other.day[name as keyof Day] } };
    });
    return { feature: name, importance: forest.rmse(shuffled) - error };
  });
}
