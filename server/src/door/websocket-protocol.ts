import { type ExecutionArgs, type GraphQLError, getOperationAST } from 'graphql';
import { type Context, makeServer, type Server } from 'graphql-ws';
import type { Authenticator } from '../access/authenticator';
import type { OpenTokens } from '../access/open-tokens';
import { newId } from '../contract/id';
import { ServiceError } from '../contract/service-error';
import type { Log } from '../log';
import { closingBy } from './close-code';
import { Failures, published } from './failures';
import type { Metrics } from './metrics';
import { shownName } from './operation-name';
import { type Asked, type Reading, readSubscription } from './read-subscription';
import { type Share, SharedAnswers } from './shared-answers';
import type { Link } from './websocket-link';
import { Operation } from './websocket-operation';

export interface ProtocolSettings extends Reading {
  readonly authenticator: Authenticator;
  readonly openTokens: OpenTokens;
  readonly maxSubscriptions: number;
  readonly initTimeoutMs: number;
  readonly log: Log;
  readonly metrics: Metrics;
}

type LinkContext = Context<Record<string, unknown>, Link>;

/** graphql-transport-ws as graphql-ws speaks it, with the checks of the HTTP door in every place where it would have none. */
export function makeProtocol(settings: ProtocolSettings): Server<Link> {
  const sharedAnswers = new SharedAnswers();
  return makeServer<Record<string, unknown>, Link>({
    connectionInitWaitTimeout: settings.initTimeoutMs,
    onConnect: (context) => admit(context, settings),
    onSubscribe: ({ extra: link }, _, asked) => accept(link, asked, settings, sharedAnswers),
    subscribe: (args) => {
      const { operation, share } = args as AcceptedArgs;
      return operation.answers(args, share);
    },
    onError: (_, __, ___, errors) =>
      errors.flatMap((error) =>
        error.originalError instanceof Failures ? error.originalError.errors : error,
      ),
  });
}

interface AcceptedArgs extends ExecutionArgs {
  readonly operation: Operation;
  readonly share: Share;
}

/** A browser's websocket can send no header. Short: it has to fit into a close frame. */
const WITH_CONNECTION_INIT =
  'Give connection_init the payload {"Authorization": "Bearer mg_…"} (connectionParams)';

async function admit(
  { extra: link, connectionParams }: LinkContext,
  settings: ProtocolSettings,
): Promise<true> {
  const { authenticator, openTokens, log } = settings;
  const given = connectionParams?.Authorization ?? connectionParams?.authorization ?? link.authorization;
  try {
    const header = typeof given === 'string' ? given : undefined;
    const actor = await authenticator.authenticate(header, WITH_CONNECTION_INIT);
    if (link.isOver) return true;
    openTokens.enter(actor);
    link.actor = actor;
    log.info({ requestId: link.id, actor: actor.subject, project: actor.projectId }, 'websocket opened');
    return true;
  } catch (thrown) {
    throw closingBy(published(thrown, link.id, log)[0]!);
  }
}

function accept(
  link: Link,
  asked: Asked,
  settings: ProtocolSettings,
  sharedAnswers: SharedAnswers,
): AcceptedArgs | readonly GraphQLError[] {
  const { schema, maxSubscriptions, log, metrics } = settings;
  const actor = link.actor!;
  let share: Share | undefined;
  const operation = new Operation(newId(), {
    actor,
    log,
    metrics,
    onEnd: () => {
      link.operations.delete(operation);
      share?.leave();
    },
  });
  try {
    if (link.operations.size >= maxSubscriptions) {
      throw new ServiceError(
        'RATE_LIMITED',
        `This websocket runs ${maxSubscriptions} subscriptions already; complete one, or open another websocket.`,
        { retryAfterMs: 1_000 },
      );
    }
    share = sharedAnswers.join(asked, actor, () => readSubscription(asked, settings));
    operation.name = shownName(getOperationAST(share.document, asked.operationName)?.name?.value);
    link.operations.add(operation);
    return {
      schema,
      document: share.document,
      operationName: asked.operationName,
      variableValues: asked.variables,
      operation,
      share,
    };
  } catch (thrown) {
    return operation.fail(thrown).errors;
  }
}
