import { RandomForestRegression } from 'ml-random-forest';
import type { Day, Example } from './weather.js';

export const HYPERPARAMETERS = { nEstimators: 50, maxFeatures: 0.8, replacement: true, seed: 42 };

const WEATHER = ['drizzle', 'fog', 'rain', 'snow', 'sun'];

/** A day as the forest sees it. */
const rowOf = (day: Day): number[] => [
  day.precipitation,
  day.temp_max,
  day.temp_min,
  day.wind,
  WEATHER.indexOf(day.weather),
];

/** A trained forest that can be written to bytes and read from them again. */
export class Forest {
  private constructor(private readonly forest: RandomForestRegression) {}

  static train(examples: readonly Example[], trees = HYPERPARAMETERS.nEstimators): Forest {
    const forest = new RandomForestRegression({ ...HYPERPARAMETERS, nEstimators: trees, noOOB: true });
    forest.train(
      examples.map(({ day }) => rowOf(day)),
      examples.map(({ tomorrow }) => tomorrow),
    );
    return new Forest(forest);
  }

  static parse(bytes: Uint8Array): Forest {
    return new Forest(RandomForestRegression.load(JSON.parse(new TextDecoder().decode(bytes))));
  }

  serialize(): Uint8Array {
    return new TextEncoder().encode(JSON.stringify(this.forest.toJSON()));
  }

  /** Tomorrow's maximum temperature in °C. */
  predict(day: Day): number {
    return this.forest.predict([rowOf(day)])[0] ?? Number.NaN;
  }

  rmse(examples: readonly Example[]): number {
    const squares = examples.map(({ day, tomorrow }) => (this.predict(day) - tomorrow) ** 2);
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
  }
}
