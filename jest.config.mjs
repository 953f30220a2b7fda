/** Plain Jest: swc turns each TypeScript file into CommonJS, nothing else is configured. */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.(ts|tsx)$': ['@swc/jest', { jsc: { target: 'es2023' }, module: { type: 'commonjs' } }],
  },
  globalSetup: '<rootDir>/test/prepare.ts',
  testTimeout: 180_000,
  maxWorkers: 2,
};
