import { laptopKey } from '../../cli/cell/laptop-key.ts';

/** How the example's integration `laptop` proves itself. */
export const laptopKeyHeader = { authorization: `Bearer ${laptopKey}` };
