import { Role } from '../contract/actor';

/**
 * Every route beside GraphQL's own checks: who may come in, how large a body is read, what it answers. A route that is not
 * listed here cannot be registered; the test that walks all doors reads this table.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  /** The least role; `OPEN` needs no token; `LOOPBACK_OPEN` needs one only beyond loopback. */
  readonly access: Role | 'OPEN' | 'LOOPBACK_OPEN';
  /** In bytes; 0 where no body is read. */
  readonly bodyLimit: number | 'SETTING' | 'INGEST_SETTING';
  readonly statuses: readonly number[];
}

export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/livez', access: 'OPEN', bodyLimit: 0, statuses: [200] },
  { method: 'GET', path: '/readyz', access: 'OPEN', bodyLimit: 0, statuses: [200, 503] },
  { method: 'GET', path: '/metrics', access: 'LOOPBACK_OPEN', bodyLimit: 0, statuses: [200] },
  { method: 'GET', path: '/', access: 'OPEN', bodyLimit: 0, statuses: [200] },
  { method: 'GET', path: '/favicon.svg', access: 'OPEN', bodyLimit: 0, statuses: [200] },
  { method: 'GET', path: '/assets/*', access: 'OPEN', bodyLimit: 0, statuses: [200, 404] },
  { method: 'POST', path: '/graphql', access: Role.READER, bodyLimit: 'SETTING', statuses: [200, 400] },
  {
    method: 'POST',
    path: '/graphql/ingest',
    access: Role.WRITER,
    bodyLimit: 'INGEST_SETTING',
    statuses: [200, 400],
  },
];

export const routeOf = (method: string, path: string): Route | undefined =>
  ROUTES.find((route) => route.method === method && route.path === path);
