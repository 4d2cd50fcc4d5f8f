/** Every way to fill bins of the given sizes with m items, with its probability under the hypergeometric law. */
export function* fillings(
  sizes: readonly number[],
  m: number,
): Generator<{ counts: number[]; mass: number }> {
  const total = choose(
    sizes.reduce((a, b) => a + b, 0),
    m,
  );
  function* walk(
    at: number,
    left: number,
    counts: number[],
    ways: number,
  ): Generator<{ counts: number[]; mass: number }> {
    if (at === sizes.length) {
      if (left === 0) yield { counts: [...counts], mass: ways / total };
      return;
    }
    const size = sizes[at] ?? 0;
    for (let c = 0; c <= Math.min(size, left); c++) {
      yield* walk(at + 1, left - c, [...counts, c], ways * choose(size, c));
    }
  }
  yield* walk(0, m, [], 1);
}

/** Binomial coefficient, exact below 2^53. */
function choose(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i++) value = Math.round((value * (n - k + i)) / i);
  return value;
}
