import { printNumber } from '../contract/number';
import { FeatureKind } from '../signature/feature-kind';
import type { Feature, Signature } from '../signature/signature';

/**
 * The features of a stored prediction as a client gave them, in the order of the signature. One that is missing, whether it
 * was null or left out, is null.
 */
export function shownFeatures(
  signature: Signature | null,
  numbers: readonly (number | null)[],
  extra: Readonly<Record<string, unknown>> | null,
): Record<string, unknown> {
  if (!signature) return extra ?? {};
  const features: Record<string, unknown> = Object.create(null);
  let next = 0;
  for (const feature of signature.inputs) {
    const isNumber = feature.kind !== FeatureKind.CATEGORY && feature.kind !== FeatureKind.TEXT;
    features[feature.name] = isNumber
      ? shownNumber(feature, numbers[next++] ?? null)
      : extra && Object.hasOwn(extra, feature.name)
        ? extra[feature.name]
        : null;
  }
  return features;
}

function shownNumber({ kind }: Feature, value: number | null): unknown {
  if (value === null) return null;
  return kind === FeatureKind.BOOLEAN ? value === 1 : printNumber(value);
}
