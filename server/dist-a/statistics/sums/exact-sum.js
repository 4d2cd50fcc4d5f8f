'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.ExactSum = void 0;
/** Beyond this a single term makes a sum overflow: 2^31 terms up to it cannot, in whatever order they come. */
const LARGEST_TERM = 2 ** 960;
/**
 * The exact sum of doubles: terms may come in any order and in any grouping and the sum is the same to the last bit.
 * Kept as doubles that do not overlap, smallest first (Shewchuk 1997, grow-expansion).
 *
 * A term that is NaN, infinite or beyond 2^960 makes the sum overflow for good.
 */
class ExactSum {
  constructor() {
    this.parts = [];
    this.count = 0;
    this.overflow = false;
  }
  add(term) {
    if (!(term <= LARGEST_TERM && term >= -LARGEST_TERM)) {
      this.overflow = true;
      return;
    }
    const { parts } = this;
    let kept = 0;
    let sum = term;
    for (let i = 0; i < this.count; i++) {
      const part = parts[i];
      const whole = sum + part;
      const back = whole - sum;
      const lost = sum - (whole - back) + (part - back);
      if (lost !== 0) parts[kept++] = lost;
      sum = whole;
    }
    if (sum !== 0) parts[kept++] = sum;
    this.count = kept;
  }
  /** Exact decimal text, `Infinity` after an overflow: what SQL's `numeric` takes. */
  toDecimal() {
    if (this.overflow) return 'Infinity';
    if (this.count === 0) return '0';
    const terms = this.parts.slice(0, this.count).map(binary);
    const exponent = Math.min(...terms.map((term) => term.exponent));
    return decimal(
      terms.reduce((total, term) => total + (term.mantissa << BigInt(term.exponent - exponent)), 0n),
      exponent,
    );
  }
}
exports.ExactSum = ExactSum;
const FLOAT = new Float64Array(1);
const BITS = new BigUint64Array(FLOAT.buffer);
/** value = mantissa x 2^exponent, a whole mantissa. */
function binary(value) {
  FLOAT[0] = value;
  const bits = BITS[0];
  const raw = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = raw === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: value < 0 ? -mantissa : mantissa, exponent: Math.max(raw, 1) - 1075 };
}
const POWERS_OF_FIVE = new Map();
function powerOfFive(exponent) {
  let power = POWERS_OF_FIVE.get(exponent);
  if (power === undefined) {
    power = 5n ** BigInt(exponent);
    POWERS_OF_FIVE.set(exponent, power);
  }
  return power;
}
/** mantissa x 2^exponent = mantissa x 5^k / 10^k with k = -exponent, as decimal text. */
function decimal(mantissa, exponent) {
  if (mantissa === 0n) return '0';
  if (exponent >= 0) return (mantissa << BigInt(exponent)).toString();
  const odd = Math.min(-exponent, trailingZeros(mantissa));
  const places = -exponent - odd;
  const digits = ((mantissa >> BigInt(odd)) * powerOfFive(places)).toString();
  if (places === 0) return digits;
  const sign = digits.startsWith('-') ? '-' : '';
  const size = digits.slice(sign.length).padStart(places + 1, '0');
  return `${sign}${size.slice(0, -places)}.${size.slice(-places)}`;
}
function trailingZeros(value) {
  return (value & -value).toString(2).length - 1;
}
//# sourceMappingURL=exact-sum.js.map
