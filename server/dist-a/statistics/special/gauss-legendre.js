'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.gaussLegendre = gaussLegendre;
/**
 * Gauss-Legendre rule with `points` nodes, exact for polynomials of degree 2 points - 1.
 * Nodes are the roots of the Legendre polynomial, found by Newton's method (Numerical Recipes 4.6).
 */
function gaussLegendre(points) {
  const nodes = [];
  const weights = [];
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
//# sourceMappingURL=gauss-legendre.js.map
