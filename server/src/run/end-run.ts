import { isBefore } from '../contract/instant';
import { happened, prose, rules } from '../contract/rules';
import { Refusal, ValidationError } from '../contract/user-error';
import type { LockedRun, RunFacts } from './locked-run';
import { TrainingRunStatus } from './run.entity';
import type { FinishTrainingRunInput } from './run.input';

export const endRules = rules({ error: prose(10_000).nullish(), finishedAt: happened.nullish() }).superRefine(
  ({ status, error }, context) => {
    if (status === TrainingRunStatus.RUNNING)
      context.addIssue({ code: 'custom', path: ['status'], message: 'give SUCCEEDED, FAILED or KILLED' });
    if (status === TrainingRunStatus.SUCCEEDED && error != null)
      context.addIssue({ code: 'custom', path: ['error'], message: 'a run that SUCCEEDED has none' });
  },
);

type End = Pick<FinishTrainingRunInput, 'status' | 'error' | 'finishedAt'>;
type Ended = Pick<RunFacts, 'status' | 'error' | 'finishedAt'>;

/** Whether a run that has ended did so as the input says: then saying it again changes nothing. */
export const isSameEnd = (run: Ended, { status, error, finishedAt }: End): boolean =>
  run.status === status &&
  run.error === (error ?? null) &&
  (finishedAt == null || run.finishedAt === finishedAt);

/** How a run ends. One that began ahead of the server's clock ends when it began, not before. */
export function endOf(run: Pick<LockedRun, 'startedAt' | 'now'>, input: End): Ended {
  const { status, error, finishedAt } = input;
  if (finishedAt != null && isBefore(finishedAt, run.startedAt)) {
    throw new Refusal(
      new ValidationError(`input.finishedAt: ${finishedAt} is before the run started, at ${run.startedAt}.`, [
        'input',
        'finishedAt',
      ]),
    );
  }
  const now = isBefore(run.now, run.startedAt) ? run.startedAt : run.now;
  return { status, error: error ?? null, finishedAt: finishedAt ?? now };
}
