import type { Faults } from '../../kernel/parts.ts';

/** Who calls an API is in no region of the cloud. */
const regionOfCallers = 'outside';

/** The fault that stands before a region's API, if any. */
export function apiFault(faults: Faults, region: string): ReturnType<Faults['mode']> {
  return faults.mode('api', { from: regionOfCallers, to: region });
}

/** Waits while the API leaves its callers without an answer. */
export function untilAnswering(faults: Faults, region: string): Promise<void> {
  return new Promise((over) => {
    const stopListening = faults.onChange(() => {
      const fault = apiFault(faults, region);
      if (fault === 'hang' || fault === 'drop') return;
      stopListening();
      over();
    });
  });
}
