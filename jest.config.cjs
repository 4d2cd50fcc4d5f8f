/** Two kinds of tests: pure rules, imported from source; and the front door, against built servers and a real PostgreSQL. */
const shared = {
  rootDir: __dirname,
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};

module.exports = {
  testTimeout: 120_000,
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: 'rules',
      setupFiles: ['reflect-metadata'],
      testMatch: ['<rootDir>/test/rules/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'front-door',
      testMatch: ['<rootDir>/test/front-door/**/*.test.ts'],
      globalSetup: '<rootDir>/test/kit/global-setup.ts',
      globalTeardown: '<rootDir>/test/kit/global-teardown.ts',
    },
  ],
};
