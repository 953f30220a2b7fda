/**
 * Jest's runtime, with which a worker loads packages and most of the product once, and not for each test file. Loaded
 * for each file: the tests and their helpers, and `lambda/` and `aws/`, whose modules remember things as a function
 * does between its invocations.
 */

const { createRequire, isBuiltin, Module } = require('node:module');
const { dirname, join, relative, resolve, sep } = require('node:path');
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const root = join(__dirname, '../..');
const loadedForEachFile = ['test', 'lambda', 'aws'];

/** The runtime of the test file that runs now. It translates TypeScript, with Jest's cache. */
let current;

/** Where the source maps of all translated files are, for the line numbers of errors. */
const sourceMaps = new Map();

Module._extensions['.ts'] = (module, file) => {
  module._compile(current.transformCache.transform(file), file);
};

const { compileFunction } = vm;
vm.compileFunction = (code, parameters, { parsingContext, ...options } = {}) =>
  compileFunction(
    code,
    parameters,
    parsingContext === globalThis || parsingContext === undefined ? options : { ...options, parsingContext },
  );

class OneRealmRuntime extends Runtime {
  constructor(...parts) {
    super(...parts);
    current = this;
    this.transformCache.sourceMaps = sourceMaps;
    this.mapped = this._config.moduleNameMapper.map(([pattern]) => new RegExp(pattern));
  }

  requireModuleOrMock(from, name) {
    if (isBuiltin(name)) return require(name);
    if (
      name === '@jest/globals' ||
      this.mapped.some((pattern) => pattern.test(name)) ||
      isForEachFile(from, name)
    )
      return super.requireModuleOrMock(from, name);
    return createRequire(from)(name);
  }
}

function isForEachFile(from, name) {
  if (!/^[./]/.test(name)) return false;
  const [folder] = relative(root, resolve(dirname(from), name)).split(sep);
  return loadedForEachFile.includes(folder);
}

module.exports = OneRealmRuntime;
module.exports.default = OneRealmRuntime;
