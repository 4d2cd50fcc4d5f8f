/**
 * A copy of what will be sent later, as it is now: whoever logs it may change or use it again meanwhile. What JSON cannot
 * hold (a bigint, a circle) stays as it is, to be refused when it is sent.
 */
export function snapshot<Value>(value: Value): Value {
  return copyOf(value, []) as Value;
}

function copyOf(value: unknown, above: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null || above.includes(value)) return value;
  if (value instanceof Date) return new Date(value);
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === 'function') return toJSON.call(value);
  const path = [...above, value];
  if (Array.isArray(value)) return value.map((item) => copyOf(item, path));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item, path)]));
}
