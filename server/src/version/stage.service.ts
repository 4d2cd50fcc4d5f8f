import type { DataSource, EntityManager } from 'typeorm';
import { idOrNone } from '../contract/id';
import type { Request } from '../contract/request';
import { check, idempotencyKey, prose, rules } from '../contract/rules';
import { ConflictError, Refusal, ValidationError } from '../contract/user-error';
import { inTransaction } from '../database/transaction';
import { once } from '../event/idempotency';
import { Model } from '../model/model.entity';
import type { ModelService } from '../model/model.service';
import { type LockedModel, lockModel } from './model-lock';
import type { ModelTurns } from './model-turns';
import { holderBefore, popAbove, pushHolder } from './production-holders';
import { requireAdminToForce, requireApprover } from './rights';
import { Stage, StageTransitionKind } from './stage';
import { allowedFrom, demotionTarget, mayMove } from './stage-machine';
import { demoteIncumbent, incumbentOf, move, nextInstants } from './stage-moves';
import { StageTransitionError } from './stage-transition-error';
import { Version } from './version.entity';
import type { RollbackModelInput, TransitionVersionInput } from './version.input';
import type { VersionFinder } from './version-finder';
import { wherePicked } from './version-pick';

const moveRules = rules({ reason: prose(1_000).nullish(), idempotencyKey });

interface Transitioned {
  readonly version: Version;
  readonly demoted: Version | null;
  readonly replayed: boolean;
}

interface RolledBack {
  readonly model: Model;
  readonly restored: Version;
  readonly demoted: Version | null;
  readonly replayed: boolean;
}

/** Moves versions between stages. Every change takes the model's lock first, so that each sees the one before. */
export class StageService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
    private readonly versions: VersionFinder,
    private readonly turns: ModelTurns,
    private readonly committed: (projectId: string) => void,
  ) {}

  async transition(request: Request, given: TransitionVersionInput): Promise<Transitioned> {
    const input = check(moveRules, given);
    if (input.to === Stage.PRODUCTION) requireApprover(request);
    if (input.force) {
      requireAdminToForce(request);
      requireReason(input.reason);
    }
    const modelId = await this.versions.modelIdOf(request, input.version, ['input', 'version']);
    const result = await this.inTurn(request, modelId, async (manager) => {
      let demotedId: string | null = null;
      const { entityId, replayed } = await once(
        manager,
        request.actor,
        'transitionVersion',
        input,
        async () => {
          const model = await lockModel(manager, request, modelId, ['input', 'version', 'model']);
          const version = await this.versions.find(request, input.version, ['input', 'version'], manager);
          await requireExpected(manager, model, input.to, input.expectedCurrent);
          requireMove(model, version, input);
          demotedId = await takePlace(manager, request, model, version, input);
          return version.id;
        },
      );
      const version = await manager.getRepository(Version).findOneByOrFail({ id: entityId });
      return { version, demoted: await versionOrNull(manager, demotedId), replayed };
    });
    return result;
  }

  async rollback(request: Request, given: RollbackModelInput): Promise<RolledBack> {
    const input = check(moveRules, given);
    const { id } = await this.models.find(request, input.model, ['input', 'model']);
    return this.inTurn(request, id, async (manager) => {
      let demotedId: string | null = null;
      const { entityId, replayed } = await once(manager, request.actor, 'rollbackModel', input, async () => {
        const model = await lockModel(manager, request, id, ['input', 'model']);
        await requireExpected(manager, model, Stage.PRODUCTION, input.expectedCurrent);
        const incumbent = await incumbentOf(manager, model);
        demotedId = incumbent?.id ?? null;
        return restorePrevious(manager, request, model, incumbent, input.reason ?? null);
      });
      const restored = await manager.getRepository(Version).findOneByOrFail({ id: entityId });
      const model = await manager.getRepository(Model).findOneByOrFail({ id });
      return { model, restored, demoted: await versionOrNull(manager, demotedId), replayed };
    });
  }

  private async inTurn<T>(
    request: Request,
    modelId: string,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const result = await this.turns.take(modelId, request.signal, () => inTransaction(this.dataSource, work));
    this.committed(request.actor.projectId);
    return result;
  }
}

/** Moves a version; into PRODUCTION in the incumbent's place, whose id it gives. */
async function takePlace(
  manager: EntityManager,
  request: Request,
  model: LockedModel,
  version: Version,
  input: TransitionVersionInput,
): Promise<string | null> {
  const { to } = input;
  const reason = input.reason ?? null;
  const kind = StageTransitionKind.TRANSITION;
  const { first, second } = await nextInstants(manager, model.id);
  if (to !== Stage.PRODUCTION) {
    await move(manager, request, { version, to, kind, at: first, reason });
    return null;
  }
  const demoted = await demoteIncumbent(manager, request, model, first, reason);
  const at = demoted ? second : first;
  await move(manager, request, { version, to, kind, at, reason });
  await pushHolder(manager, request.actor.projectId, version, at);
  return demoted;
}

/** Puts the holder before the incumbent back; its id. No stage graph is asked: it stood there before. */
async function restorePrevious(
  manager: EntityManager,
  request: Request,
  model: LockedModel,
  incumbent: Version | null,
  reason: string | null,
): Promise<string> {
  const holder = await holderBefore(manager, model, incumbent?.id ?? null);
  if (!holder) {
    throw new Refusal(
      new ConflictError(
        'UNEXPECTED_STATE',
        `The model "${model.name}" has no earlier production version to go back to.`,
        ['input', 'model'],
        incumbent?.id,
      ),
    );
  }
  const kind = StageTransitionKind.ROLLBACK;
  const { first, second } = await nextInstants(manager, model.id);
  const at = incumbent ? second : first;
  if (incumbent) {
    const to = demotionTarget(model.stageGraph);
    await move(manager, request, { version: incumbent, to, kind, at: first, reason });
  }
  const version = await manager.getRepository(Version).findOneByOrFail({ id: holder.versionId });
  await move(manager, request, { version, to: Stage.PRODUCTION, kind, at, reason });
  await popAbove(manager, model, holder, at);
  return version.id;
}

/** `undefined` is not checked; null means that nobody is thought to be in the stage. */
async function requireExpected(
  manager: EntityManager,
  model: LockedModel,
  stage: Stage,
  expected: string | null | undefined,
): Promise<void> {
  if (expected === undefined) return;
  const query = manager.getRepository(Version).createQueryBuilder('version').where('TRUE');
  const current = await wherePicked(query, [model.id], { stage }, ['input']).getOne();
  if ((current?.id ?? null) === (expected === null ? null : idOrNone(expected))) return;
  const found = current ? `version ${current.number} is` : 'no version is';
  throw new Refusal(
    new ConflictError(
      'UNEXPECTED_STATE',
      `Not the expected one: ${found} in ${stage} of the model "${model.name}". Look again before you decide.`,
      ['input', 'expectedCurrent'],
      current?.id,
    ),
  );
}

function requireMove(model: LockedModel, version: Version, { to, force }: TransitionVersionInput): void {
  const isMove = version.stage !== to;
  if (isMove && (force || mayMove(model.stageGraph, version.stage, to))) return;
  throw new Refusal(
    new StageTransitionError(version.stage, to, allowedFrom(model.stageGraph, version.stage), [
      'input',
      'to',
    ]),
  );
}

function requireReason(reason: string | null | undefined): void {
  if (reason?.trim()) return;
  throw new Refusal(new ValidationError('input.reason: a forced move needs a reason.', ['input', 'reason']));
}

const versionOrNull = async (manager: EntityManager, id: string | null): Promise<Version | null> =>
  id === null ? null : manager.getRepository(Version).findOneByOrFail({ id });
