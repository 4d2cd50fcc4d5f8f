import { z } from 'zod';
import { settingMeant } from './misspelt';

/** Every setting, parsed and checked once. `.env.example` lists the same names and defaults, and a test compares the two. */

const whole = (least: number, most: number, unit = '') => {
  const error = `give a whole number${unit} from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};
const port = whole(0, 65_535);
const count = (fallback: number) => whole(1, Number.MAX_SAFE_INTEGER).default(fallback);
/** Timers, and PostgreSQL's own, go no further: Node makes 1 ms of anything above. */
const LONGEST_MS = 2 ** 31 - 1;
const milliseconds = (fallback: number) => whole(1, LONGEST_MS, ' of milliseconds').default(fallback);
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const names = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  );

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const settings = z.object({
  MODELGRAPH_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address to listen on. Beyond loopback an operator token is needed.'),
  MODELGRAPH_PORT: port.default(4000).describe('Port to listen on; 0 takes a free one.'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'give a URL like postgres://user:password@host:5432/database',
    })
    .optional()
    .describe('PostgreSQL 15 or newer. Without it an embedded one runs in MODELGRAPH_DATA.'),
  MODELGRAPH_DATA: z
    .string()
    .min(1)
    .default('./data')
    .describe('Folder of the embedded database, its first token, and the artifacts.'),
  MODELGRAPH_OPERATOR_TOKEN: z
    .string()
    .regex(/^[!-~]{32,}$/, {
      error: 'give at least 32 characters of ASCII without spaces: it has to travel in a header',
    })
    .optional()
    .describe(
      'Secret of the operator, who makes projects and their first tokens; at least 32 characters of ASCII without spaces.',
    ),
  MODELGRAPH_ALLOWED_HOSTS: names.describe(
    'Host names, comma-separated, that the server answers to beside its own address and loopback.',
  ),
  MODELGRAPH_ALLOWED_ORIGINS: names
    .refine((origins) => origins.every(isOrigin), {
      error:
        'give origins as browsers send them, like https://app.example:8443, separated by commas; "*" is none',
    })
    .describe('Origins, comma-separated, whose pages may use the server beside its own.'),
  MODELGRAPH_LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `give one of ${LOG_LEVELS.join(', ')}` })
    .default('info')
    .describe('Least level of the JSON log lines.'),
  MODELGRAPH_BODY_LIMIT: count(1024 * 1024).describe('Largest body of a GraphQL request in bytes.'),
  MODELGRAPH_INGEST_BODY_LIMIT: count(8 * 1024 * 1024).describe(
    'Largest body of a batch of predictions or actuals in bytes.',
  ),
  MODELGRAPH_MAX_ARTIFACT_BYTES: count(20 * 1024 ** 3).describe('Largest artifact in bytes.'),
  MODELGRAPH_BODY_TIME_MS: milliseconds(30_000).describe(
    'After this many milliseconds a body that has not arrived is given up; that of an upload when it has stood still for as long.',
  ),
  MODELGRAPH_STALL_MS: milliseconds(30_000).describe(
    'How long a client may leave an answer untaken, or a message of a websocket; then the connection is cut, and a websocket closed with 4408.',
  ),
  MODELGRAPH_MAX_TOKENS: count(2_000).describe('Most lexical tokens of a GraphQL document.'),
  MODELGRAPH_MAX_DEPTH: count(10).describe('Most levels of a GraphQL operation.'),
  MODELGRAPH_MAX_ALIASES: count(30).describe('Most aliases of a GraphQL operation.'),
  MODELGRAPH_MAX_ROOT_FIELDS: count(20).describe('Most root fields of a query.'),
  MODELGRAPH_MAX_MUTATIONS: count(10).describe('Most root fields of a mutation.'),
  MODELGRAPH_MAX_COMPLEXITY: count(20_000).describe(
    'Most fields an operation may answer with in the worst case: a page has the rows asked for, any other list 10, a JSONObject counts as 10.',
  ),
  MODELGRAPH_MAX_ANSWER_BYTES: count(16 * 1024 * 1024).describe(
    'Most bytes of JSONObjects and lists in an answer; a larger one is TOO_COMPLEX.',
  ),
  MODELGRAPH_MAX_ANSWERS_BYTES: count(256 * 1024 * 1024).describe(
    'Most bytes of JSONObjects and lists in all answers that clients have not taken yet; a query beyond them is answered UNAVAILABLE.',
  ),
  MODELGRAPH_MAX_IN_FLIGHT_PER_TOKEN: count(200).describe(
    'Most requests of one token under way at once; one more is answered RATE_LIMITED.',
  ),
  MODELGRAPH_MAX_IN_FLIGHT: count(1_000).describe(
    'Most requests under way at once; one more is answered UNAVAILABLE.',
  ),
  MODELGRAPH_DEADLINE_MS: milliseconds(10_000).describe(
    'After this many milliseconds a request is answered with DEADLINE_EXCEEDED.',
  ),
  MODELGRAPH_STATEMENT_TIMEOUT_MS: milliseconds(8_000).describe(
    'After this many milliseconds the database ends a statement.',
  ),
  MODELGRAPH_JOB_LEASE_MS: milliseconds(30_000).describe(
    'After this many milliseconds without a sign of life from its server, a job is taken over by another.',
  ),
  MODELGRAPH_JOB_RETRY_MS: milliseconds(1_000).describe(
    'Rest in milliseconds after the first failed attempt at a job; four times as long after each further one.',
  ),
  MODELGRAPH_MAX_SOCKETS: count(5_000).describe(
    'Most websockets open at once; one more is answered UNAVAILABLE.',
  ),
  MODELGRAPH_MAX_SOCKETS_PER_TOKEN: count(10).describe(
    'Most websockets of one token open at once; one more is closed with 4429.',
  ),
  MODELGRAPH_MAX_SUBSCRIPTIONS: count(20).describe(
    'Most subscriptions of one websocket; one more is answered RATE_LIMITED.',
  ),
  MODELGRAPH_SOCKET_MESSAGE_LIMIT: count(256 * 1024).describe(
    'Largest message of a client over a websocket in bytes; a larger one closes it with 1009.',
  ),
  MODELGRAPH_SOCKET_INIT_MS: milliseconds(3_000).describe(
    'How long a websocket may take to say who it is; then it is closed with 4408.',
  ),
  MODELGRAPH_SOCKET_KEEPALIVE_MS: milliseconds(12_000).describe(
    'How often a websocket is asked for a sign of life; without one until the next time it is cut off.',
  ),
  MODELGRAPH_CHECKPOINT_MS: milliseconds(30_000).describe(
    'How often a subscription sends a CHECKPOINT with a fresh cursor.',
  ),
  MODELGRAPH_CONSUMER_RETRY_MS: milliseconds(1_000).describe(
    'How long an internal consumer waits after the first failure of an event; doubled after each further one, at most a minute. After ten it gives the event up.',
  ),
  MODELGRAPH_DRAIN_MS: milliseconds(10_000).describe('How long SIGTERM waits for requests under way.'),
});

export type Config = z.infer<typeof settings>;

/** For the check of `.env.example`. */
export const SETTINGS = settings.shape;

/**
 * The settings of an environment, or one sentence per wrong one. An empty value counts as not given; a name that is nearly a
 * setting is refused, because it would be passed over without a word.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { config: Config } | { problems: string[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const misspelt = Object.keys(given).flatMap((name) => {
    const meant = settingMeant(name, Object.keys(SETTINGS));
    return meant ? [`${name}: there is no such setting; write ${meant}`] : [];
  });
  const result = settings.safeParse(given);
  const wrong = result.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  const problems = [...new Set([...wrong, ...misspelt])];
  return result.success && problems.length === 0 ? { config: result.data } : { problems };
}
