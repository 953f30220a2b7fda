/** Plain Jest: swc turns each TypeScript file into CommonJS, and properties have a fixed seed. */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.(ts|tsx)$': ['@swc/jest', { jsc: { target: 'es2023' }, module: { type: 'commonjs' } }],
  },
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/seeded-properties.ts' },
  globalSetup: '<rootDir>/test/prepare.ts',
  // A machine under load takes several times as long; what hangs ends all the same.
  testTimeout: 600_000,
  maxWorkers: 2,
};
