'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.shownFeatures = shownFeatures;
const scalars_1 = require('../contract/scalars');
const signature_1 = require('../signature/signature');
/**
 * The features of a stored prediction as a client gave them, in the order of the signature. One that is missing, whether it
 * was null or left out, is null.
 */
function shownFeatures(signature, numbers, extra) {
  if (!signature) return extra ?? {};
  const features = Object.create(null);
  let next = 0;
  for (const feature of signature.inputs) {
    const isNumber =
      feature.kind !== signature_1.FeatureKind.CATEGORY && feature.kind !== signature_1.FeatureKind.TEXT;
    features[feature.name] = isNumber
      ? shownNumber(feature, numbers[next++] ?? null)
      : extra && Object.hasOwn(extra, feature.name)
        ? extra[feature.name]
        : null;
  }
  return features;
}
function shownNumber({ kind }, value) {
  if (value === null) return null;
  return kind === signature_1.FeatureKind.BOOLEAN ? value === 1 : (0, scalars_1.printNumber)(value);
}
//# sourceMappingURL=shown-features.js.map
