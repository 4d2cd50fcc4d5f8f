import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Authenticator } from '../access/authenticator';
import type { OpenTokens } from '../access/open-tokens';
import type { BlobService } from '../artifact/blob.service';
import type { UploadService } from '../artifact/upload.service';
import type { Config } from '../config';
import { type FastMutation, withFastInputs } from '../contract/fast-input';
import { guardContract } from '../contract/guard';
import type { Log } from '../log';
import type { ProductionAnswers } from '../version/production-answer';
import { startApollo } from './graphql-http';
import { openHttp } from './http';
import { InFlight } from './in-flight';
import { IngestDoor } from './ingest-door';
import type { Metrics } from './metrics';
import { Websockets } from './websocket';

const REAP_EVERY_MS = 100;

interface Behind {
  /** The contract with its resolvers, not yet guarded. */
  readonly contract: GraphQLSchema;
  /** What the mutations do whose batches are coerced at once. */
  readonly batches: Readonly<Record<string, FastMutation>>;
  readonly authenticator: Authenticator;
  readonly openTokens: OpenTokens;
  readonly uploads: UploadService;
  readonly blobs: BlobService;
  readonly production: ProductionAnswers;
  readonly notReady: () => Promise<string | null>;
  readonly metrics: Metrics;
  readonly log: Log;
}

export interface Doors {
  readonly http: FastifyInstance;
  /** Answers what is under way, says goodbye to sockets, and lets nobody in any more. */
  close(): Promise<void>;
}

/** Both doors, HTTP and the websocket, under the same guard and limits. */
export async function openDoors(config: Config, behind: Behind): Promise<Doors> {
  const { authenticator, openTokens, metrics, log } = behind;
  const schema = guardContract(behind.contract);
  const ingestSchema = guardContract(withFastInputs(behind.contract, behind.batches));
  const limits = {
    depth: config.MODELGRAPH_MAX_DEPTH,
    aliases: config.MODELGRAPH_MAX_ALIASES,
    rootFields: config.MODELGRAPH_MAX_ROOT_FIELDS,
    mutationRootFields: config.MODELGRAPH_MAX_MUTATIONS,
    complexity: config.MODELGRAPH_MAX_COMPLEXITY,
  };
  const origin = {
    listeningOn: config.MODELGRAPH_HOST,
    allowedHosts: config.MODELGRAPH_ALLOWED_HOSTS,
    allowedOrigins: config.MODELGRAPH_ALLOWED_ORIGINS,
  };
  const maxTokens = config.MODELGRAPH_MAX_TOKENS;
  const apollo = await startApollo({ schema, limits, maxTokens, log, metrics });
  const ingestApollo = await startApollo({ schema: ingestSchema, limits, maxTokens, log, metrics });
  const http = await openHttp({
    apollo,
    ingest: new IngestDoor(apollo, ingestApollo, maxTokens),
    authenticator,
    metrics,
    log,
    origin,
    inFlight: new InFlight(config.MODELGRAPH_MAX_IN_FLIGHT_PER_TOKEN, config.MODELGRAPH_MAX_IN_FLIGHT),
    bodyLimit: config.MODELGRAPH_BODY_LIMIT,
    ingestBodyLimit: config.MODELGRAPH_INGEST_BODY_LIMIT,
    deadlineMs: config.MODELGRAPH_DEADLINE_MS,
    bodyTimeMs: config.MODELGRAPH_BODY_TIME_MS,
    stallMs: config.MODELGRAPH_STALL_MS,
    uploads: behind.uploads,
    blobs: behind.blobs,
    production: behind.production,
    playground: join(__dirname, '../../../playground/dist'),
    notReady: behind.notReady,
  });
  const websockets = new Websockets(http.server, {
    schema,
    limits,
    maxTokens,
    origin,
    authenticator,
    openTokens,
    metrics,
    log,
    maxSockets: config.MODELGRAPH_MAX_SOCKETS,
    maxSubscriptions: config.MODELGRAPH_MAX_SUBSCRIPTIONS,
    messageLimit: config.MODELGRAPH_SOCKET_MESSAGE_LIMIT,
    initTimeoutMs: config.MODELGRAPH_SOCKET_INIT_MS,
    stallMs: config.MODELGRAPH_STALL_MS,
    keepAliveMs: config.MODELGRAPH_SOCKET_KEEPALIVE_MS,
  });
  return {
    http,
    close: async () => {
      await websockets.close();
      // A connection whose last answer is on its way is not idle yet when the server looks for those that are.
      const reaping = setInterval(() => http.server.closeIdleConnections(), REAP_EVERY_MS);
      await http.close().finally(() => clearInterval(reaping));
      await Promise.all([apollo.stop(), ingestApollo.stop()]);
    },
  };
}
