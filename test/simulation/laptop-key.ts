import { laptopKey } from '../../cli/cell/laptop-key.ts';

/** The key with which the example's integration `laptop` authenticates. */
export const laptopKeyHeader = { authorization: `Bearer ${laptopKey}` };
