import type DataLoader from 'dataloader';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, type DataSource, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import { newId } from '../contract/id';
import { keepMetrics, Metric, MetricInput, metricsColumn } from '../contract/metric';
import type { Request } from '../contract/request';
import { InstantColumn } from '../database/columns';
import { loadByParent } from '../database/load-by-parent';

@Entity('evaluation')
@ObjectType()
export class Evaluation {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Column('uuid', { name: 'model_id' })
  modelId!: string;

  @Column('uuid', { name: 'version_id' })
  versionId!: string;

  @Field()
  @Column('text')
  dataset!: string;

  @Field(() => [Metric])
  @Column('jsonb', { transformer: metricsColumn })
  metrics!: Metric[];

  @Field(() => Date)
  @InstantColumn({ name: 'evaluated_at' })
  evaluatedAt!: string;
}

@InputType()
export class EvaluationInput {
  @Field() dataset!: string;
  @Field(() => [MetricInput]) metrics!: MetricInput[];
  @Field(() => Date, { nullable: true }) evaluatedAt?: string | null;
}

/** Keeps evaluations of a version in the caller's transaction. */
export async function insertEvaluations(
  manager: EntityManager,
  version: { readonly id: string; readonly modelId: string; readonly projectId: string },
  evaluations: readonly EvaluationInput[],
): Promise<void> {
  if (evaluations.length === 0) return;
  const rows = evaluations.map(({ dataset, metrics, evaluatedAt }) => ({
    id: newId(),
    dataset,
    metrics: metricsColumn.to(keepMetrics(metrics)),
    evaluated_at: evaluatedAt ?? null,
  }));
  await manager.query(
    `INSERT INTO evaluation (id, project_id, model_id, version_id, dataset, metrics, evaluated_at)
     SELECT id, $1, $2, $3, dataset, metrics, coalesce(evaluated_at, clock_timestamp())
     FROM jsonb_to_recordset($4::jsonb) AS given (id uuid, dataset text, metrics jsonb, evaluated_at timestamptz)`,
    [version.projectId, version.modelId, version.id, JSON.stringify(rows)],
  );
}

/** The evaluations of a version that the request may see, newest first. */
export const evaluationsOf = (request: Request, dataSource: DataSource): DataLoader<string, Evaluation[]> =>
  loadByParent(
    request,
    evaluationsOf,
    (versions) =>
      dataSource
        .getRepository(Evaluation)
        .createQueryBuilder('evaluation')
        .where('evaluation.version_id = ANY(:versions)', { versions })
        .andWhere('evaluation.project_id = :project', { project: request.actor.projectId })
        .orderBy('evaluation.evaluated_at', 'DESC')
        .addOrderBy('evaluation.id', 'DESC')
        .getMany(),
    ({ versionId }) => versionId,
  );
