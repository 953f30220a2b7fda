import { walks } from './walks.ts';

await walks();
process.exit(0);
