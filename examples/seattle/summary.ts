import type { ModelGraph } from '@modelgraph/sdk';

interface Quality {
  readonly rmse: number | null;
  readonly mae: number | null;
  readonly r2: number | null;
}

/** A month as the summary shows it. */
export interface Month {
  readonly report: string;
  readonly month: string;
  readonly version: number;
  readonly quality: Quality;
  /** The same on the hold-out rows. */
  readonly baseline: Quality;
  /** Features, and `output` where that drifted. */
  readonly drifted: readonly string[];
  readonly verdict: string;
  readonly warnings: readonly string[];
}

/** The window of a month, 1 to 12. */
const windowOf = (year: number, month: number) => ({
  from: `${year}-${String(month).padStart(2, '0')}-01T00:00:00Z`,
  to:
    month === 12
      ? `${year + 1}-01-01T00:00:00Z`
      : `${year}-${String(month + 1).padStart(2, '0')}-01T00:00:00Z`,
});

/** Makes the report of one month and reads from it what the summary shows. */
export async function reportMonth(
  mg: ModelGraph,
  version: { id: string; number: number },
  year: number,
  month: number,
): Promise<Month> {
  const window = windowOf(year, month);
  const { report } = await mg.reports.create({ version: { pick: { id: version.id } }, window });
  const { drift } = report;
  const quality = (side: 'value' | 'baseline'): Quality => {
    const of = (name: string) => report.quality.find((one) => one.name === name)?.[side] ?? null;
    return { rmse: of('rmse'), mae: of('mae'), r2: of('r2') };
  };
  return {
    report: report.id,
    month: window.from.slice(0, 7),
    version: version.number,
    quality: quality('value'),
    baseline: quality('baseline'),
    drifted: drift ? driftedOf(drift) : [],
    verdict: report.verdict,
    warnings: [...new Set((drift?.features ?? []).flatMap(({ warnings }) => warnings))],
  };
}

/** What an alert on DRIFT counts: the features, and the output. */
export const driftedOf = ({ features, output }: Drift): string[] =>
  (output ? [...features, output] : features)
    .filter(({ verdict }) => verdict === 'DRIFT')
    .map(({ name }) => name);

interface Drift {
  readonly features: readonly Judged[];
  readonly output: Judged | null;
}

interface Judged {
  readonly name: string;
  readonly verdict: string;
}

const shown = (value: number | null): string => (value === null ? '-' : value.toFixed(2)).padStart(6);

const numbers = ({ rmse, mae, r2 }: Quality): string => `${shown(rmse)}  ${shown(mae)}  ${shown(r2)}`;

/** The table of all months, those of a version below what it was on its hold-out rows. */
export const table = (months: readonly Month[]): string =>
  [
    'month     version    RMSE     MAE      R2  verdict   drifted',
    ...months.flatMap(({ month, version, quality, baseline, verdict, drifted }, index) => [
      ...(version === months[index - 1]?.version ? [] : [`hold-out  ${name(version)} ${numbers(baseline)}`]),
      `${month}   ${name(version)} ${numbers(quality)}  ${verdict.padEnd(8)}  ${drifted.join(', ') || '-'}`,
    ]),
  ].join('\n');

const name = (version: number): string => `v${version}`.padEnd(7);
