import { createHash } from 'node:crypto';
import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Actor } from '../contract/actor';
import { ServiceError } from '../contract/service-error';
import type { Asked } from './read-subscription';

const KEPT_MS = 1_000;
const MOST_KEPT = 64;

interface Group {
  readonly document: DocumentNode;
  members: number;
  readonly answers: Map<string, Promise<ExecutionResult>>;
  timer: NodeJS.Timeout | null;
}

/** One subscriber's part in the answers of those who asked the same. */
export interface Share {
  readonly document: DocumentNode;
  /** The answer to an envelope: the one that another has got within the last second, or else what `execute` gives. */
  answer(envelope: unknown, execute: () => Promise<ExecutionResult>): Promise<ExecutionResult>;
  leave(): void;
}

/**
 * Subscribers with the same document, variables, project and role get the same answer to the same envelope: the document is
 * read and judged once, and each envelope executed once for all of them. Nothing is kept for one alone, and nothing longer than about a second.
 */
export class SharedAnswers {
  private readonly groups = new Map<string, Group>();

  /** `read` judges the document; what it throws is thrown here, and nobody has joined. */
  join(asked: Asked, { projectId, role }: Actor, read: () => DocumentNode): Share {
    const { query, operationName, variables } = asked;
    const what = asText([projectId, role, operationName ?? null, variables ?? null, query]);
    const key = createHash('sha256').update(what).digest('base64');
    const group = this.groups.get(key) ?? { document: read(), members: 0, answers: new Map(), timer: null };
    this.groups.set(key, group);
    group.members += 1;
    return {
      document: group.document,
      answer: (envelope, execute) =>
        group.members < 2 ? execute() : shared(group, nameOf(envelope), execute),
      leave: () => {
        group.members -= 1;
        if (group.members > 0) return;
        this.groups.delete(key);
        forget(group);
      },
    };
  }
}

function asText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    throw new ServiceError('BAD_REQUEST', 'The variables are nested too deeply.', { cause: error });
  }
}

/** Within one project an envelope is what its kind and cursor say. */
function nameOf(envelope: unknown): string | null {
  const { kind, cursor } = (envelope ?? {}) as { kind?: unknown; cursor?: unknown };
  return typeof kind === 'string' && typeof cursor === 'string' ? `${kind} ${cursor}` : null;
}

function shared(
  group: Group,
  name: string | null,
  execute: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  if (name === null) return execute();
  const known = group.answers.get(name);
  if (known) return known;
  const answer = execute();
  if (group.answers.size < MOST_KEPT) group.answers.set(name, answer);
  group.timer ??= setTimeout(() => forget(group), KEPT_MS);
  // Who comes again after an error is to get another try.
  const drop = (): boolean => group.answers.delete(name);
  answer.then(({ errors }) => errors && drop(), drop);
  return answer;
}

function forget(group: Group): void {
  if (group.timer) clearTimeout(group.timer);
  group.timer = null;
  group.answers.clear();
}
