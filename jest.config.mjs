/** Plain Jest: swc turns each TypeScript file into CommonJS, and properties have a fixed seed. */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.(ts|tsx)$': ['@swc/jest', { jsc: { target: 'es2023' }, module: { type: 'commonjs' } }],
  },
  // One realm for all test files of a worker, which loads packages once.
  testEnvironment: '<rootDir>/test/one-realm/environment.cjs',
  runtime: '<rootDir>/test/one-realm/runtime.cjs',
  injectGlobals: false,
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/seeded-properties.ts' },
  globalSetup: '<rootDir>/test/prepare.ts',
  // A machine under load takes several times as long; what hangs ends all the same.
  testTimeout: 600_000,
  maxWorkers: 2,
};
