/**
 * Jest's environment for all tests of this product: the realm of the process itself. Jest's own gives each test file
 * new globals behind a proxy, where all code runs slower, and where all modules must be loaded again.
 */

const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

module.exports = class OneRealm {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    const timers = { config: projectConfig, global: globalThis, moduleMocker: this.moduleMocker };
    const timerConfig = { idToRef: (id) => ({ id }), refToId: (timer) => timer?.id };
    this.fakeTimers = new LegacyFakeTimers({ ...timers, timerConfig });
    this.fakeTimersModern = new ModernFakeTimers(timers);
    this.variables = { ...process.env };
  }

  async setup() {}

  /** The next test file finds no listeners of this one, and the variables as this one found them. */
  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    delete globalThis[Symbol.for('EVENT_HANDLERS')]; // jest-circus puts its listeners of each test file there
    for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
    Object.assign(process.env, this.variables);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** `runtime.cjs` compiles in the realm itself when it gets this. */
  getVmContext() {
    return globalThis;
  }
};
