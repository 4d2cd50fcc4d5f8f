import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { listOf, rules, text } from './rules';
import { parseNumber, printNumber } from './scalars';

/** See the SDL for what each means. */
export enum MetricDirection {
  HIGHER_IS_BETTER = 'HIGHER_IS_BETTER',
  LOWER_IS_BETTER = 'LOWER_IS_BETTER',
}
registerEnumType(MetricDirection, { name: 'MetricDirection' });

@ObjectType()
export class Metric {
  @Field() name!: string;
  @Field() value!: number;
  @Field(() => MetricDirection, { nullable: true }) direction!: MetricDirection | null;
}

@InputType()
export class MetricInput {
  @Field() name!: string;
  @Field() value!: number;
  @Field(() => MetricDirection, { nullable: true }) direction?: MetricDirection | null;
}

const { HIGHER_IS_BETTER, LOWER_IS_BETTER } = MetricDirection;
const KNOWN: ReadonlyMap<string, MetricDirection> = new Map([
  ...['r2', 'accuracy', 'precision', 'recall', 'f1', 'roc_auc', 'pr_auc', 'mcc'].map(
    (name) => [name, HIGHER_IS_BETTER] as const,
  ),
  ...['rmse', 'mae', 'mse', 'mape', 'log_loss', 'brier', 'ece'].map(
    (name) => [name, LOWER_IS_BETTER] as const,
  ),
]);

/** Which way a metric is better by its name; null for bias, which is best at zero, and for names nobody knows. */
export const directionOf = (name: string): MetricDirection | null => KNOWN.get(name.toLowerCase()) ?? null;

/** `least` to 1,000 metrics with different names. */
export const metricRules = (least: number) =>
  listOf(rules({ name: text(1, 200) }), 1_000)
    .refine((list) => list.length >= least, { error: `give at least ${least}` })
    .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, {
      error: 'give every name once',
    });

/** Metrics as an object keeps them: the direction filled in where the name tells. */
export const keepMetrics = (metrics: readonly MetricInput[]): Metric[] =>
  metrics.map(({ name, value, direction }) => ({ name, value, direction: direction ?? directionOf(name) }));

/** JSON has no NaN and no infinities: in a jsonb column they are the strings that `Number` has on the wire. */
export const metricsColumn = {
  to: (metrics: readonly Metric[]): unknown[] =>
    metrics.map((metric) => ({ ...metric, value: printNumber(metric.value) })),
  from: (stored: readonly { name: string; value: unknown; direction: MetricDirection | null }[]): Metric[] =>
    stored.map(({ name, value, direction }) => ({ name, value: numberFrom(value), direction })),
};

/** A double as `metricsColumn` keeps it. */
export function numberFrom(stored: unknown): number {
  const value = parseNumber(stored);
  if (value === undefined) throw new TypeError(`not a number: ${JSON.stringify(stored)}`);
  return value;
}
