/**
 * fast-check, as all tests import it: Jest puts this file in its place. `npm test` draws the same cases each time;
 * `npm run explore` sets another seed.
 */
import fc from '../node_modules/fast-check/lib/cjs/fast-check.js';

/** The variable that names the seed. */
const seedVariable = 'PROPERTY_SEED';

fc.configureGlobal({ seed: Number(process.env[seedVariable] ?? 1) });

export default fc;
