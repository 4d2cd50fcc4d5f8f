import type { EntityManager } from 'typeorm';
import type { Request } from '../contract/request';
import type { ModelTask } from '../model/model.entity';
import type { Signature } from '../signature/signature';
import type { RegisterVersionInput } from './version.input';

/** A version that is being registered: its row and its artifacts are there, in the same transaction. */
export interface NewVersion {
  readonly id: string;
  readonly projectId: string;
  readonly model: { readonly id: string; readonly name: string; readonly task: ModelTask };
  readonly number: number;
  readonly signature: Signature | null;
}

/**
 * Keeps a part of the registration in its transaction. It holds the model's lock: what takes long belongs before it. What it
 * gives is told in the event of the registration.
 */
export type KeepPart = (
  manager: EntityManager,
  version: NewVersion,
  // biome-ignore lint/suspicious/noConfusingVoidType: a part that has nothing to tell returns nothing
) => Promise<Readonly<Record<string, unknown>> | void>;

/**
 * What a lower room adds to a registration. `prepare` runs before the transaction, without any lock, and may refuse; what
 * it gives is run inside, where it may refuse, too. Null when the input asks for nothing of it.
 */
export interface RegistrationStep {
  prepare(request: Request, input: RegisterVersionInput): Promise<KeepPart | null>;
}
