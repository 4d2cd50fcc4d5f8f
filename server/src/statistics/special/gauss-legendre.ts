/** A quadrature rule on -1..1: the integral of f is the sum of weights[i] f(nodes[i]). */
export interface Quadrature {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Gauss-Legendre rule with `points` nodes, exact for polynomials of degree 2 points - 1.
 * Nodes are the roots of the Legendre polynomial, found by Newton's method (Numerical Recipes 4.6).
 */
export function gaussLegendre(points: number): Quadrature {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < points; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (points + 0.5));
    let slope = 1;
    for (let turn = 0; turn < 100; turn++) {
      let p = 1;
      let previous = 0;
      for (let j = 1; j <= points; j++) {
        const older = previous;
        previous = p;
        p = ((2 * j - 1) * x * previous - (j - 1) * older) / j;
      }
      slope = (points * (x * p - previous)) / (x * x - 1);
      const step = p / slope;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    nodes.push(x);
    weights.push(2 / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}
