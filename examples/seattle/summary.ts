import type { ModelGraph } from '@modelgraph/sdk';

/** A month as the summary shows it. */
export interface Month {
  readonly report: string;
  readonly month: string;
  readonly version: number;
  readonly rmse: number | null;
  readonly mae: number | null;
  readonly r2: number | null;
  readonly baselineRmse: number | null;
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
  const metric = (name: string) => report.quality.find((one) => one.name === name);
  return {
    report: report.id,
    month: window.from.slice(0, 7),
    version: version.number,
    rmse: metric('rmse')?.value ?? null,
    mae: metric('mae')?.value ?? null,
    r2: metric('r2')?.value ?? null,
    baselineRmse: metric('rmse')?.baseline ?? null,
    drifted: (report.drift?.features ?? [])
      .filter(({ verdict }) => verdict === 'DRIFT')
      .map(({ name }) => name),
    verdict: report.verdict,
    warnings: [...new Set((report.drift?.features ?? []).flatMap(({ warnings }) => warnings))],
  };
}

const shown = (value: number | null): string => (value === null ? '-' : value.toFixed(2)).padStart(6);

/** The table of all months. */
export const table = (months: readonly Month[]): string =>
  [
    'month    version    RMSE     MAE      R2  verdict   drifted features',
    ...months.map(
      ({ month, version, rmse, mae, r2, verdict, drifted }) =>
        `${month}  ${`v${version}`.padEnd(7)} ${shown(rmse)}  ${shown(mae)}  ${shown(r2)}  ${verdict.padEnd(8)}  ${drifted.join(', ') || '-'}`,
    ),
  ].join('\n');
