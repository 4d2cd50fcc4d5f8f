import type { DataSource } from 'typeorm';
import type { Request } from '../contract/request';
import { check, prose, rules } from '../contract/rules';
import { inTransaction } from '../database/transaction';
import { causeOf } from '../event/cause';
import { appendEvent } from '../event/event-log';
import { EventType, SubjectKind } from '../event/event-type';
import type { Model } from '../model/model.entity';
import type { ModelService } from '../model/model.service';
import { lockModel } from './model-lock';
import type { ModelTurns } from './model-turns';
import type { SetStageGraphInput } from './version.input';

const graphRules = rules({ reason: prose(1_000).nullish() });

/** Which moves the versions of a model may make. */
export class StageGraphService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
    private readonly turns: ModelTurns,
    private readonly committed: (projectId: string) => void,
  ) {}

  async set(request: Request, given: SetStageGraphInput): Promise<Model> {
    const { model: ref, stageGraph, reason } = check(graphRules, given);
    const path = ['input', 'model'];
    const found = await this.models.find(request, ref, path);
    await this.turns.take(found.id, request.signal, () =>
      inTransaction(this.dataSource, async (manager) => {
        const model = await lockModel(manager, request, found.id, path);
        if (model.stageGraph === stageGraph) return;
        await manager.query('UPDATE model SET stage_graph = $2 WHERE id = $1', [model.id, stageGraph]);
        await appendEvent(manager, causeOf(request), {
          type: EventType.MODEL_STAGE_GRAPH_CHANGED,
          subjectKind: SubjectKind.MODEL,
          subjectId: model.id,
          modelId: model.id,
          before: { stageGraph: model.stageGraph },
          after: { stageGraph },
          reason,
        });
      }),
    );
    this.committed(request.actor.projectId);
    return found;
  }
}
