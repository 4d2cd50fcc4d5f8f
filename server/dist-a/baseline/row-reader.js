'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.RowReader = void 0;
const binning_1 = require('./binning');
const fault_1 = require('./fault');
const feature_reader_1 = require('./feature-reader');
const ndjson_1 = require('./ndjson');
const output_reader_1 = require('./output-reader');
const FIELDS = new Set(['features', 'output', 'actual']);
/** Reads the rows of a baseline, a JSON object each, and checks them as predictions are checked. */
class RowReader {
  constructor(signature, task) {
    this.features = new feature_reader_1.FeatureReader(signature);
    this.spec = (0, binning_1.outputSpec)(signature, task);
  }
  /** Puts the features of a line into the table; a `BadLine` when there is anything wrong with it. */
  read(text, line, table, row) {
    const given = parse(text, line);
    const surplus = Object.keys(given).find((key) => !FIELDS.has(key));
    if (surplus !== undefined) throw new ndjson_1.BadLine(line, 'a row has no such field', [surplus]);
    const features = objectAt(given.features ?? {}, ['features'], line);
    // A feature may be called "constructor": what a prototype has must not look like the row's own.
    Object.setPrototypeOf(features, null);
    take(this.features.read(features, table, row), line);
    const output =
      given.output == null
        ? null
        : take((0, output_reader_1.readOutput)(this.spec, objectAt(given.output, ['output'], line)), line);
    const actual =
      given.actual == null
        ? null
        : take(
            (0, output_reader_1.readActual)(this.spec.task, objectAt(given.actual, ['actual'], line), [
              'actual',
            ]),
            line,
          );
    return { output, actual };
  }
}
exports.RowReader = RowReader;
function parse(text, line) {
  try {
    return objectAt(JSON.parse(text), [], line);
  } catch (error) {
    if (error instanceof ndjson_1.BadLine) throw error;
    throw new ndjson_1.BadLine(line, 'is not JSON');
  }
}
function objectAt(value, path, line) {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new ndjson_1.BadLine(line, 'give a JSON object', path);
  return value;
}
function take(result, line) {
  if (result instanceof fault_1.Fault) throw new ndjson_1.BadLine(line, result.why, result.path);
  return result;
}
//# sourceMappingURL=row-reader.js.map
