import type { Accepted } from '../errors/accepted.js';
import {
  AcknowledgeAlert,
  AlertEvents,
  CreateAlertRule,
  GetAlert,
  GetAlertRule,
  ListAlertRules,
  ListAlerts,
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
  AlertRuleOrder,
  CreateAlertRuleInput,
} from '../generated/schema.js';
import { type WithModelLike, withModelRef } from '../models/model-like.js';
import { List, type Paging } from '../paging/list.js';
import type { SubscribeOptions, Subscription } from '../subscription/subscription.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';

/** The new rule, and whether an earlier call with the same idempotency key had made it. */
export type CreatedAlertRule = Accepted<Created['createAlertRule'], 'rule'>;

/** The alert that was taken on. */
export type AcknowledgedAlert = Accepted<Acknowledged['acknowledgeAlert'], 'alert'>;

/** Which rules to list, and in which order. */
export interface ListAlertRulesQuery extends Paging {
  /** All when left out. */
  readonly filter?: WithModelLike<AlertRuleFilter> | undefined;
  /** Newest first when left out. */
  readonly order?: AlertRuleOrder | undefined;
}

/** Which alerts to list, and in which order. */
export interface ListAlertsQuery extends Paging {
  /** All when left out. */
  readonly filter?: WithModelLike<AlertFilter> | undefined;
  /** Newest first when left out. */
  readonly order?: AlertOrder | undefined;
}

/** Which events of alerts to hear of, and from where on. */
export interface SubscribeToAlerts extends SubscribeOptions {
  /** All when left out. */
  readonly filter?: WithModelLike<AlertEventFilter> | undefined;
}

/** `mg.alerts`: what is watched, and what happened. A rule is evaluated on every report of its model's versions. */
export class Alerts {
  /** Made by the client. */
  constructor(private readonly transport: Transport) {}

  /**
   * Makes a rule; WARNING, after one broken window, and one false alarm a year unless told otherwise. Needs WRITER. Throws
   * `ValidationError`, `NotFoundError` (the model) or `ConflictError` (`READ_ONLY` for an archived model).
   */
  async createRule(
    input: WithModelLike<CreateAlertRuleInput>,
    options?: CallOptions,
  ): Promise<CreatedAlertRule> {
    return this.transport.mutate(CreateAlertRule, { input: withModelRef(input) }, 'rule', options);
  }

  /** One rule; null when this project has no such rule. */
  getRule(id: string, options?: CallOptions): Promise<AlertRule | null> {
    return this.transport.query(GetAlertRule, { id }, options);
  }

  /** The rules of the project, newest first. */
  listRules({ after, filter, ...paging }: ListAlertRulesQuery = {}, options?: CallOptions): List<AlertRule> {
    const variables = { ...paging, filter: filter && withModelRef(filter) };
    return new List(
      (next) => this.transport.query(ListAlertRules, { ...variables, after: next }, options),
      after,
      options,
    );
  }

  /** One alert; null when this project has no such alert. */
  get(id: string, options?: CallOptions): Promise<Alert | null> {
    return this.transport.query(GetAlert, { id }, options);
  }

  /** The alerts of the project, newest first unless ordered. */
  list({ after, filter, ...query }: ListAlertsQuery = {}, options?: CallOptions): List<Alert> {
    const variables = { ...query, filter: filter && withModelRef(filter) };
    return new List(
      (next) => this.transport.query(ListAlerts, { ...variables, after: next }, options),
      after,
      options,
    );
  }

  /**
   * Takes on an alert that is FIRING; one that is taken on stays with who was first. Needs WRITER. Throws `NotFoundError`
   * or `ConflictError` (`UNEXPECTED_STATE` for one that is PENDING or RESOLVED).
   */
  acknowledge(input: string | AcknowledgeAlertInput, options?: CallOptions): Promise<AcknowledgedAlert> {
    const given = typeof input === 'string' ? { id: input } : input;
    return this.transport.mutate(AcknowledgeAlert, { input: given }, 'alert', options);
  }

  /** What happens to alerts, from now on or after a cursor: each event once and in order, with the alert as it is now. */
  subscribe({ filter, ...options }: SubscribeToAlerts = {}): Subscription<AlertEvent> {
    return this.transport.subscribe(AlertEvents, { filter: filter && withModelRef(filter) }, options);
  }
}
