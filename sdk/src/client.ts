import { Alerts } from './alerts/alerts.js';
import { Events } from './events/events.js';
import { GetViewer } from './generated/documents.js';
import type { Viewer } from './generated/operations.js';
import { Jobs } from './jobs/jobs.js';
import { Models } from './models/models.js';
import { Predictions } from './predictions/predictions.js';
import { Projects } from './projects/projects.js';
import { Reports } from './reports/reports.js';
import { Runs } from './runs/runs.js';
import { type ModelGraphOptions, readSettings } from './settings.js';
import { Tokens } from './tokens/tokens.js';
import type { CallOptions } from './transport/call-options.js';
import { type GraphqlArguments, type GraphqlDocument, ownOperation } from './transport/own-document.js';
import { Transport } from './transport/transport.js';
import { Versions } from './versions/versions.js';

/**
 * A client of one ModelGraph server and one token. Cheap to make and safe to share; it asks for nothing until it is called.
 * Nothing is to be closed but `predictions`, where predictions are queued.
 */
export class ModelGraph {
  /** The things to be predicted. */
  readonly models: Models;
  /** Trainings of models. */
  readonly runs: Runs;
  /** Models as they were registered. */
  readonly versions: Versions;
  /** What versions answered, and what really was the case. */
  readonly predictions: Predictions;
  /** How versions did in windows of time. */
  readonly reports: Reports;
  /** What is watched, and what happened. */
  readonly alerts: Alerts;
  /** Long work, and the upkeep of the server. */
  readonly jobs: Jobs;
  /** The tenants of the server. */
  readonly projects: Projects;
  /** Who may use the project. */
  readonly tokens: Tokens;
  /** What was changed, by whom and why. */
  readonly events: Events;
  private readonly transport: Transport;

  /** Throws a `ConfigurationError` for options that cannot work. A missing token shows at the first call. */
  constructor(options: ModelGraphOptions = {}) {
    this.transport = new Transport(readSettings(options));
    this.models = new Models(this.transport);
    this.runs = new Runs(this.transport);
    this.versions = new Versions(this.transport);
    this.predictions = new Predictions(this.transport, options.predictions);
    this.reports = new Reports(this.transport);
    this.alerts = new Alerts(this.transport);
    this.jobs = new Jobs(this.transport);
    this.projects = new Projects(this.transport);
    this.tokens = new Tokens(this.transport);
    this.events = new Events(this.transport);
  }

  /** Who the token says you are. A good first call. */
  viewer(options?: CallOptions): Promise<Viewer> {
    return this.transport.query(GetViewer, {}, options);
  }

  /**
   * Sends any query or mutation and gives its `data`; throws the first top-level error. `userErrors` are part of the data.
   * Queries are tried again like all calls; a mutation only with an `idempotencyKey` (in the options or
   * in its variable `input`), or when `maxRetries` is given. NaN and infinities in the variables are sent as the server reads them; in the data they stay the texts "NaN",
   * "Infinity" and "-Infinity".
   */
  async graphql<Result = Record<string, unknown>, Variables extends object = Record<string, unknown>>(
    document: GraphqlDocument<Result, Variables>,
    ...[variables, options]: GraphqlArguments<Variables>
  ): Promise<Result> {
    const { operation, canRepeat } = await ownOperation(
      document as GraphqlDocument<never, never>,
      variables,
      options,
    );
    const { data } = await this.transport.send(operation, variables ?? {}, options, canRepeat);
    return data as Result;
  }
}
