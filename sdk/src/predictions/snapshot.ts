/**
 * A copy of what will be sent later, as it is now: whoever logs it may change or use it again meanwhile. What JSON cannot
 * hold (a bigint, a circle) stays as it is, to be refused when it is sent.
 */
export function snapshot<Value>(value: Value): Value {
  return copyOf(value, []) as Value;
}

function copyOf(value: unknown, above: readonly unknown[], saysItself = true): unknown {
  if (typeof value !== 'object' || value === null || above.includes(value)) return value;
  if (value instanceof Date) return new Date(value);
  // As JSON writes them.
  if (value instanceof Number || value instanceof String || value instanceof Boolean) return value.valueOf();
  const { toJSON } = value as { toJSON?: unknown };
  const path = [...above, value];
  // What it says is taken at its word, as JSON does, though it may say itself again.
  if (saysItself && typeof toJSON === 'function') return copyOf(toJSON.call(value), path, false);
  if (Array.isArray(value)) return value.map((item) => copyOf(item, path));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item, path)]));
}
