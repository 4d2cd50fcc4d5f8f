/**
 * P-values adjusted such that those below a level are false with at most that probability for any of them: Hochberg's step-up
 * procedure ("A sharper Bonferroni procedure for multiple tests of significance", Biometrika 1988). It holds for tests that
 * rise and fall together, as different metrics of the same rows do (Sarkar 1998), and gives up less than dividing the level:
 * where all agree each has the whole of it.
 */
export function hochberg(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()].sort((a, b) => pValues[b]! - pValues[a]!);
  const adjusted = new Array<number>(pValues.length);
  let least = 1;
  for (const [rank, index] of order.entries()) {
    least = Math.min(least, (rank + 1) * pValues[index]!);
    adjusted[index] = least;
  }
  return adjusted;
}
