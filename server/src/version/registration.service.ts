import type { DataSource, EntityManager } from 'typeorm';
import type { ArtifactService } from '../artifact/artifact.service';
import type { ArtifactStore } from '../artifact/artifact-store';
import { whileRoom } from '../artifact/store-failure';
import { newId } from '../contract/id';
import { keepMetrics, type Metric, metricsColumn } from '../contract/metric';
import type { Request } from '../contract/request';
import { sortTags } from '../contract/tag';
import { ConflictError, Refusal } from '../contract/user-error';
import { inTransaction } from '../database/transaction';
import { causeOf } from '../event/cause';
import { appendEvent } from '../event/event-log';
import { EventType, SubjectKind } from '../event/event-type';
import { once } from '../event/idempotency';
import type { Log } from '../log';
import type { ModelService } from '../model/model.service';
import type { Signature } from '../signature/signature';
import { signatureFor } from '../signature/signature-rules';
import { insertEvaluations } from './evaluation';
import { importanceColumn } from './feature-importance';
import { manifestOf } from './manifest';
import { type LockedModel, lockModel } from './model-lock';
import type { ModelTurns } from './model-turns';
import { pushHolder } from './production-holders';
import { checkRegistration } from './registration-rules';
import type { KeepPart, RegistrationStep } from './registration-step';
import { requireApprover } from './rights';
import { Stage, StageTransitionKind } from './stage';
import { demoteIncumbent, nextInstants, recordMove } from './stage-moves';
import { Version } from './version.entity';
import type { RegisterVersionInput } from './version.input';

/** What a registration computes before its row is written. */
interface Draft {
  readonly id: string;
  readonly number: number;
  readonly metrics: readonly Metric[];
  readonly signature: Signature | null;
  readonly manifestDigest: string;
}

/** Registers versions: metadata, artifacts and lineage appear in one commit, or nothing does. */
export class RegistrationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
    private readonly artifacts: ArtifactService,
    private readonly store: ArtifactStore,
    private readonly turns: ModelTurns,
    private readonly steps: readonly RegistrationStep[],
    private readonly committed: (projectId: string) => void,
    private readonly log: Log,
  ) {}

  async register(
    request: Request,
    given: RegisterVersionInput,
  ): Promise<{ version: Version; replayed: boolean }> {
    const input = checkRegistration(given);
    if (input.stage === Stage.PRODUCTION) requireApprover(request);
    const { requestId, actor, signal } = request;
    const prepared = await Promise.all(this.steps.map((step) => step.prepare(request, input)));
    const parts = prepared.filter((part) => part !== null);
    const turn =
      (await this.models.look(request, input.model))?.id ?? `${actor.projectId}/${input.model.name}`;
    const result = await this.turns.take(turn, signal, () =>
      inTransaction(this.dataSource, async (manager) => {
        const { entityId, replayed } = await once(manager, actor, 'registerVersion', input, () =>
          this.insert(manager, request, input, parts),
        );
        const version = await manager.getRepository(Version).findOneByOrFail({ id: entityId });
        this.log.debug({ requestId, version: entityId }, 'a registration is about to commit');
        return { version, replayed };
      }),
    );
    this.log.debug({ requestId, version: result.version.id }, 'a registration has committed');
    this.committed(actor.projectId);
    return result;
  }

  /** All steps, in the caller's transaction. The id of the new version. */
  private async insert(
    manager: EntityManager,
    request: Request,
    input: RegisterVersionInput,
    parts: readonly KeepPart[],
  ): Promise<string> {
    const { projectId } = request.actor;
    const model = await this.lockedModel(manager, request, input);
    await this.artifacts.verify(manager, projectId, input.artifacts, ['input', 'artifacts']);
    const draft = await this.draft(manager, request, input, model);
    await insertVersion(manager, request, input, model, draft);
    await this.artifacts.insert(manager, { kind: 'VERSION', id: draft.id, projectId }, input.artifacts);
    await insertEvaluations(manager, { id: draft.id, modelId: model.id, projectId }, input.evaluations);
    const told: Record<string, unknown> = {};
    for (const keep of parts) Object.assign(told, await keep(manager, { projectId, model, ...draft }));
    await appendRegistered(manager, request, input, model, draft, told);
    return draft.id;
  }

  /** The model, made first where the input asks for that. */
  private async lockedModel(
    manager: EntityManager,
    request: Request,
    input: RegisterVersionInput,
  ): Promise<LockedModel> {
    const { createModel, model: ref } = input;
    const path = ['input', 'model'];
    let found = await this.models.look(request, ref, manager);
    if (!found && createModel && ref.name != null) {
      // Whoever makes it at the same time wins or loses the name; the loser finds it made.
      const made = await this.models.insert(manager, request, {
        ...createModel,
        name: ref.name.normalize('NFC'),
      });
      if (made) return lockModel(manager, request, made, path);
    }
    found ??= await this.models.find(request, ref, path, manager);
    if (createModel && createModel.task !== found.task) {
      throw new Refusal(
        new ConflictError(
          'IMMUTABLE',
          `The model "${found.name}" exists with the task ${found.task}; it cannot take a version of task ${createModel.task}.`,
          ['input', 'createModel', 'task'],
          found.id,
        ),
      );
    }
    return lockModel(manager, request, found.id, path);
  }

  /** Takes the number, and puts the manifest beside the bytes before anything speaks of it. */
  private async draft(
    manager: EntityManager,
    { requestId }: Request,
    input: RegisterVersionInput,
    model: LockedModel,
  ): Promise<Draft> {
    const number = model.nextVersion;
    await manager.query('UPDATE model SET next_version = $2 WHERE id = $1', [model.id, number + 1]);
    const signature = input.signature
      ? signatureFor(model.task, input.signature, ['input', 'signature'])
      : null;
    const metrics = keepMetrics(input.metrics);
    const manifest = manifestOf({
      model,
      number,
      artifacts: input.artifacts,
      signature,
      hyperparameters: input.hyperparameters ?? {},
      metrics,
    });
    const manifestDigest = await whileRoom(() => this.store.keepText(manifest));
    this.log.debug({ requestId, manifestDigest }, 'a manifest is in its place');
    return { id: newId(), number, metrics, signature, manifestDigest };
  }
}

async function insertVersion(
  manager: EntityManager,
  request: Request,
  input: RegisterVersionInput,
  model: LockedModel,
  { id, number, metrics, signature, manifestDigest }: Draft,
): Promise<void> {
  const { projectId, subject } = request.actor;
  const isProduction = input.stage === Stage.PRODUCTION;
  const instants = await nextInstants(manager, model.id);
  const why = `Version ${number} was registered in PRODUCTION.`;
  const demoted = isProduction ? await demoteIncumbent(manager, request, model, instants.first, why) : null;
  const at = demoted ? instants.second : instants.first;
  await manager.query(
    `INSERT INTO version (id, project_id, model_id, number, stage, stage_entered_at, deployed_at, description, algorithm,
       framework, manifest_digest, hyperparameters, metrics, signature, feature_importance, tags, metadata, created_at, registered_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      id,
      projectId,
      model.id,
      number,
      input.stage,
      at,
      isProduction ? at : null,
      input.description,
      input.algorithm ?? null,
      input.framework ?? null,
      manifestDigest,
      JSON.stringify(input.hyperparameters ?? {}),
      JSON.stringify(metricsColumn.to(metrics)),
      signature ? JSON.stringify(signature) : null,
      JSON.stringify(importanceColumn.to(input.featureImportance)),
      JSON.stringify(sortTags(input.tags)),
      JSON.stringify(input.metadata ?? {}),
      input.createdAt ?? null,
      subject,
    ],
  );
  const version = { id, modelId: model.id };
  const kind = StageTransitionKind.REGISTRATION;
  await recordMove(manager, request, version, { from: null, to: input.stage, kind, reason: null, at });
  if (isProduction) await pushHolder(manager, projectId, version, at);
}

const appendRegistered = (
  manager: EntityManager,
  request: Request,
  input: RegisterVersionInput,
  model: LockedModel,
  { id, number, metrics, manifestDigest }: Draft,
  told: Readonly<Record<string, unknown>>,
): Promise<void> =>
  appendEvent(manager, causeOf(request), {
    type: EventType.VERSION_REGISTERED,
    subjectKind: SubjectKind.VERSION,
    subjectId: id,
    modelId: model.id,
    after: {
      model: model.name,
      number,
      stage: input.stage,
      description: input.description,
      algorithm: input.algorithm ?? null,
      framework: input.framework ?? null,
      manifestDigest,
      metrics: metricsColumn.to(metrics),
      tags: sortTags(input.tags),
      ...told,
    },
  });
