import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** One day in Seattle: temperatures in °C, precipitation in mm, wind in m/s. */
export interface Day {
  readonly date: string;
  readonly precipitation: number;
  readonly temp_max: number;
  readonly temp_min: number;
  readonly wind: number;
  readonly weather: string;
}

/** A day with what is to be predicted from it: the maximum temperature of the next day. */
export interface Example {
  readonly day: Day;
  readonly tomorrow: number;
}

export interface Weather {
  readonly days: readonly Day[];
  /** SHA-256 of the file they were read from. */
  readonly digest: string;
}

/** The daily series 2012 to 2015 that the npm package `vega-datasets` ships. */
export function readWeather(): Weather {
  const file = new URL('../data/seattle-weather.csv', import.meta.resolve('vega-datasets'));
  const bytes = readFileSync(file);
  const [header, ...lines] = bytes.toString('utf8').trim().split('\n');
  if (header?.trim() !== 'date,precipitation,temp_max,temp_min,wind,weather')
    throw new Error(`Unexpected columns in ${file}: ${header}`);
  const days = lines.map((line) => {
    const [date = '', precipitation, temp_max, temp_min, wind, weather = ''] = line.trim().split(',');
    return {
      date,
      precipitation: Number(precipitation),
      temp_max: Number(temp_max),
      temp_min: Number(temp_min),
      wind: Number(wind),
      weather,
    };
  });
  return { days, digest: createHash('sha256').update(bytes).digest('hex') };
}

/** The days from (inclusive) to (exclusive) whose next day lies there too. */
export function examplesOf(days: readonly Day[], from: string, to: string): Example[] {
  const within = days.filter(({ date }) => date >= from && date < to);
  return within
    .slice(0, -1)
    .map((day, index) => ({ day, tomorrow: within[index + 1]?.temp_max ?? Number.NaN }));
}

/** Every fifth week is held out, so that a model is judged on days it has not seen. */
export function holdOut(examples: readonly Example[]): { fitting: Example[]; held: Example[] } {
  const isHeld = (index: number): boolean => Math.floor(index / 7) % 5 === 4;
  return {
    fitting: examples.filter((_, index) => !isHeld(index)),
    held: examples.filter((_, index) => isHeld(index)),
  };
}
