'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Fault = void 0;
exports.shortText = shortText;
const rules_1 = require('../contract/rules');
const text_1 = require('../contract/text');
/** Why one row or item of many is not taken: the field, from the item downwards, and what to give instead. A value, because a batch may have thousands. */
class Fault {
  constructor(path, why) {
    this.path = path;
    this.why = why;
  }
}
exports.Fault = Fault;
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;
/** Text of 1 to `most` characters by the rule `text` of the contract, with a short way for plain ASCII; a fault at `path`. */
function shortText(value, most, path) {
  if (typeof value === 'string') {
    if (value.length <= most && PLAIN.test(value)) return value;
    const result = (0, text_1.isIllFormed)(value) ? undefined : (0, rules_1.text)(1, most).safeParse(value);
    if (result?.success) return result.data;
  }
  return new Fault(
    path,
    `give text of 1 to ${most} characters, without control characters, halves of surrogate pairs and space at either end`,
  );
}
//# sourceMappingURL=fault.js.map
