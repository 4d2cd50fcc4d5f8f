/** The SDK as it is built here; `@modelgraph/sdk` would name the one that is linked in node_modules. */
export * from '../../sdk/dist/cjs/index.js';
