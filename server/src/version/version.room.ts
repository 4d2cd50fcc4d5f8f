import type { ArtifactService } from '../artifact/artifact.service';
import type { ArtifactStore } from '../artifact/artifact-store';
import type { BaselineService } from '../baseline/baseline.service';
import type { Database } from '../database/database';
import type { EventRoom } from '../event/event.room';
import { JobKind } from '../job/job.entity';
import type { JobQueue } from '../job/job-queue';
import type { Log } from '../log';
import type { ModelService } from '../model/model.service';
import type { RunService } from '../run/run.service';
import { BaselineStep } from './baseline-step';
import { computeBaselineJob } from './compute-baseline.job';
import { Evaluation } from './evaluation';
import { EvaluationResolver } from './evaluation.resolver';
import { ModelTurns } from './model-turns';
import { ModelVersionsResolver } from './model-versions.resolver';
import { ProductionAnswers } from './production-answer';
import { RegistrationService } from './registration.service';
import { RunVersionsResolver } from './run-versions.resolver';
import { StageService } from './stage.service';
import { StageGraphService } from './stage-graph.service';
import { StageTransition } from './stage-transition.entity';
import { TrainingRunLink } from './training-run-link';
import { Version } from './version.entity';
import { StageTransitionResolver, VersionResolver } from './version.resolver';
import { VersionContentResolver } from './version-content.resolver';
import { VersionEventResolver } from './version-event.resolver';
import { VersionFinder } from './version-finder';
import {
  ArtifactVersionResolver,
  BaselineVersionResolver,
  VersionBaselineResolver,
} from './version-parts.resolver';

export const VERSION_ENTITIES = [Version, Evaluation, StageTransition];

interface VersionRoomParts {
  readonly database: Database;
  readonly events: EventRoom;
  readonly jobs: JobQueue;
  readonly models: ModelService;
  readonly artifacts: { readonly service: ArtifactService; readonly store: ArtifactStore };
  readonly runs: RunService;
  readonly baselines: BaselineService;
  readonly log: Log;
}

export function versionRoom(parts: VersionRoomParts) {
  const { database, events, models, artifacts, runs, baselines } = parts;
  const { pools, dataSource } = database;
  const { committed, delivery } = events;
  const finder = new VersionFinder(dataSource, models);
  const turns = new ModelTurns();
  const steps = [
    new TrainingRunLink(runs),
    new BaselineStep(dataSource, models, artifacts.service, baselines, parts.jobs),
  ];
  const registrations = new RegistrationService(
    dataSource,
    models,
    artifacts.service,
    artifacts.store,
    turns,
    steps,
    committed,
    parts.log,
  );
  const stages = new StageService(dataSource, models, finder, turns, committed);
  const stageGraphs = new StageGraphService(dataSource, models, turns, committed);
  return {
    finder,
    production: new ProductionAnswers(pools.requests),
    resolvers: [
      new VersionResolver(dataSource, models, finder, registrations, stages),
      new VersionContentResolver(dataSource),
      new VersionEventResolver(dataSource, models, delivery),
      new StageTransitionResolver(dataSource),
      new RunVersionsResolver(dataSource),
      new ModelVersionsResolver(dataSource, stageGraphs),
      new VersionBaselineResolver(dataSource),
      new BaselineVersionResolver(dataSource),
      new ArtifactVersionResolver(dataSource),
      new EvaluationResolver(dataSource, models),
    ],
    jobTypes: { [JobKind.COMPUTE_BASELINE]: computeBaselineJob(baselines) },
  };
}
