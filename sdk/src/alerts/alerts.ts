import type { Accepted } from '../errors/accepted.js';
import {
  AcknowledgeAlert,
  CreateAlertRule,
  GetAlert,
  GetAlertRule,
  ListAlertRules,
  ListAlerts,
  SubscribeAlerts,
} from '../generated/documents.js';
import type {
  AcknowledgeAlert as Acknowledged,
  Alert,
  AlertEvent,
  AlertRule,
  CreateAlertRule as Created,
} from '../generated/operations.js';
import type {
  AcknowledgeAlertInput,
  AlertEventFilter,
  AlertFilter,
  AlertOrder,
  AlertRuleFilter,
  CreateAlertRuleInput,
} from '../generated/schema.js';
import { type ModelLike, modelRef, type WithModelLike, withModelRef } from '../models/model-like.js';
import { List, type Paging } from '../paging/list.js';
import type { SubscribeOptions, Subscription } from '../subscription/subscription.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';

/** What to watch. */
export type CreateRuleInput = Omit<CreateAlertRuleInput, 'model'> & {
  /** By name, by `{ id }` or `{ name }`, or as an answer of the server. */
  readonly model: ModelLike;
};

/** The new rule, and whether an earlier call with the same idempotency key had made it. */
export type CreatedRule = Accepted<Created['createAlertRule'], 'rule'>;

/** The alert that was taken on. */
export type AcknowledgedAlert = Accepted<Acknowledged['acknowledgeAlert'], 'alert'>;

/** Which rules to list. */
export interface ListRulesQuery extends Paging {
  /** All when left out. */
  readonly filter?: WithModelLike<AlertRuleFilter> | undefined;
}

/** Which alerts to list, and in which order. */
export interface ListAlertsQuery extends Paging {
  /** All when left out. */
  readonly filter?: WithModelLike<AlertFilter> | undefined;
  /** Newest first when left out. */
  readonly order?: AlertOrder | undefined;
}

/** Which alert events to follow, and from where. */
export interface SubscribeAlertsOptions extends SubscribeOptions {
  /** All when left out. */
  readonly filter?: WithModelLike<AlertEventFilter> | undefined;
}

/** `mg.alerts`: what is watched, and what was found. */
export class Alerts {
  /** Made by the client. */
  constructor(private readonly transport: Transport) {}

  /** Makes a rule, evaluated on every new report of the model. Needs WRITER. Throws `ValidationError`, `NotFoundError` or `ConflictError`. */
  createRule({ model, ...input }: CreateRuleInput, options?: CallOptions): Promise<CreatedRule> {
    return this.transport.mutate(
      CreateAlertRule,
      { input: { ...input, model: modelRef(model) } },
      'rule',
      options,
    );
  }

  /** One rule, by its id; null when this project has no such rule. */
  getRule(id: string, options?: CallOptions): Promise<AlertRule | null> {
    return this.transport.query(GetAlertRule, { id }, options);
  }

  /** The rules of the project, newest first. */
  listRules({ after, filter, ...query }: ListRulesQuery = {}, options?: CallOptions): List<AlertRule> {
    const asked = { ...query, filter: filter && withModelRef(filter) };
    return new List(
      (next) => this.transport.query(ListAlertRules, { ...asked, after: next }, options),
      after,
    );
  }

  /** One alert, by its id; null when this project has no such alert. */
  get(id: string, options?: CallOptions): Promise<Alert | null> {
    return this.transport.query(GetAlert, { id }, options);
  }

  /** The alerts of the project, newest first. */
  list({ after, filter, ...query }: ListAlertsQuery = {}, options?: CallOptions): List<Alert> {
    const asked = { ...query, filter: filter && withModelRef(filter) };
    return new List((next) => this.transport.query(ListAlerts, { ...asked, after: next }, options), after);
  }

  /** Takes on a FIRING alert; twice is the same as once. Needs WRITER. Throws `NotFoundError` or `ConflictError` (`UNEXPECTED_STATE`). */
  acknowledge(input: string | AcknowledgeAlertInput, options?: CallOptions): Promise<AcknowledgedAlert> {
    const given = typeof input === 'string' ? { id: input } : input;
    return this.transport.mutate(AcknowledgeAlert, { input: given }, 'alert', options);
  }

  /** What happens to alerts, from `after` or from now on: each event once and in order, over every interruption. */
  subscribe({ filter, ...options }: SubscribeAlertsOptions = {}): Subscription<AlertEvent> {
    return this.transport.subscribe(SubscribeAlerts, { filter: filter && withModelRef(filter) }, options);
  }
}
