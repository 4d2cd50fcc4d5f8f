'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.routeOf = exports.ROUTES = void 0;
const actor_1 = require('../contract/actor');
exports.ROUTES = [
  { method: 'GET', path: '/livez', access: 'OPEN', bodyLimit: 0, statuses: [200] },
  { method: 'GET', path: '/readyz', access: 'OPEN', bodyLimit: 0, statuses: [200, 503] },
  { method: 'GET', path: '/metrics', access: 'LOOPBACK_OPEN', bodyLimit: 0, statuses: [200] },
  { method: 'GET', path: '/', access: 'OPEN', bodyLimit: 0, statuses: [200] },
  { method: 'GET', path: '/favicon.svg', access: 'OPEN', bodyLimit: 0, statuses: [200] },
  { method: 'GET', path: '/assets/*', access: 'OPEN', bodyLimit: 0, statuses: [200, 404] },
  {
    method: 'POST',
    path: '/graphql',
    access: actor_1.Role.READER,
    bodyLimit: 'SETTING',
    statuses: [200, 400],
  },
  {
    method: 'POST',
    path: '/v1/uploads',
    access: actor_1.Role.WRITER,
    bodyLimit: 'ARTIFACT',
    statuses: [201, 202, 400, 413],
  },
  { method: 'GET', path: '/v1/uploads/:id', access: actor_1.Role.WRITER, bodyLimit: 0, statuses: [204, 404] },
  {
    method: 'PATCH',
    path: '/v1/uploads/:id',
    access: actor_1.Role.WRITER,
    bodyLimit: 'ARTIFACT',
    statuses: [202, 400, 404, 409, 413, 416],
  },
  {
    method: 'PUT',
    path: '/v1/uploads/:id',
    access: actor_1.Role.WRITER,
    bodyLimit: 'ARTIFACT',
    statuses: [201, 400, 404, 409, 413, 416],
  },
  {
    method: 'DELETE',
    path: '/v1/uploads/:id',
    access: actor_1.Role.WRITER,
    bodyLimit: 0,
    statuses: [204, 404],
  },
  {
    method: 'GET',
    path: '/v1/blobs/:sha256',
    access: actor_1.Role.READER,
    bodyLimit: 0,
    statuses: [200, 206, 304, 404, 416],
  },
  {
    method: 'GET',
    path: '/v1/models/:name/production',
    access: actor_1.Role.READER,
    bodyLimit: 0,
    statuses: [200, 304, 404],
  },
];
const routeOf = (method, path) =>
  exports.ROUTES.find((route) => route.method === method && route.path === path);
exports.routeOf = routeOf;
//# sourceMappingURL=route.js.map
