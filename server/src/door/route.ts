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
  /** In bytes; 0 where no body is read; `ARTIFACT` streams up to the largest artifact. */
  readonly bodyLimit: number | 'SETTING' | 'INGEST_SETTING' | 'ARTIFACT';
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
  {
    method: 'POST',
    path: '/v1/uploads',
    access: Role.WRITER,
    bodyLimit: 'ARTIFACT',
    statuses: [201, 202, 400, 413],
  },
  { method: 'GET', path: '/v1/uploads/:id', access: Role.WRITER, bodyLimit: 0, statuses: [204, 404] },
  {
    method: 'PATCH',
    path: '/v1/uploads/:id',
    access: Role.WRITER,
    bodyLimit: 'ARTIFACT',
    statuses: [202, 400, 404, 409, 413, 416],
  },
  {
    method: 'PUT',
    path: '/v1/uploads/:id',
    access: Role.WRITER,
    bodyLimit: 'ARTIFACT',
    statuses: [201, 400, 404, 409, 413, 416],
  },
  { method: 'DELETE', path: '/v1/uploads/:id', access: Role.WRITER, bodyLimit: 0, statuses: [204, 404] },
  {
    method: 'GET',
    path: '/v1/blobs/:sha256',
    access: Role.READER,
    bodyLimit: 0,
    statuses: [200, 206, 304, 404, 416],
  },
  {
    method: 'GET',
    path: '/v1/models/:name/production',
    access: Role.READER,
    bodyLimit: 0,
    statuses: [200, 304, 404],
  },
];

export const routeOf = (method: string, path: string): Route | undefined =>
  ROUTES.find((route) => route.method === method && route.path === path);
