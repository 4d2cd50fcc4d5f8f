import { ConfigurationError } from './service-errors.js';

/** The error for what names nothing: programs without types give `undefined` where they meant a thing. */
export function misnamed(how: string, given: unknown): ConfigurationError {
  const shown = typeof given === 'object' && given !== null ? JSON.stringify(given) : String(given);
  return new ConfigurationError(
    `${how}; this is ${typeof given === 'string' ? JSON.stringify(given) : shown}.`,
  );
}

/** A text that names something. */
export const isName = (given: unknown): given is string => typeof given === 'string' && given !== '';
