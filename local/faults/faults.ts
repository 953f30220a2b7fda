/** Faults: the failures that people and tests switch on, and the trace of all calls. */

import type { FaultMode, Faults } from '../kernel/parts.ts';
import type { FaultRegion, FaultSwitch } from './fault-switches.ts';

/** The direction of a call between regions. */
interface Direction {
  readonly from: string;
  readonly to: string;
}

/** The switches: the gateway reads them, and people and tests change them. */
export interface SwitchedFaults extends Faults {
  /** Replaces all of them. */
  replace(switches: readonly FaultSwitch[]): void;
  switches(): readonly FaultSwitch[];
  /** The fault of calls whose service has no switch of its own: those of a stopped region or a cut line. */
  modeOfAll(direction: Direction): FaultMode | undefined;
  /** Whether the region is stopped. A stopped region has no invocations, schedules or transitions. */
  isStopped(region: string): boolean;
  /** Whether the function dies after this call. Each switched kill is used once. */
  takeKill(functionName: string, call: number): boolean;
}

/** All switches, switched off. */
export function switchedFaults(): SwitchedFaults {
  let switches: readonly FaultSwitch[] = [];
  const listeners = new Set<() => void>();
  return {
    mode: (service, direction) => modeOf(switches, [service, '*'], direction),
    modeOfAll: (direction) => modeOf(switches, ['*'], direction),
    isStopped: (region) =>
      switches.some(
        (one) => 'mode' in one && one.service === '*' && [region, '*'].includes(String(one.region)),
      ),
    replace(all) {
      switches = all;
      for (const listener of [...listeners]) listener();
    },
    switches: () => switches,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    takeKill(functionName, call) {
      const hit = switches.find(
        (one) => 'kill' in one && one.kill === functionName && one.afterCall === call,
      );
      if (hit === undefined) return false;
      switches = switches.filter((one) => one !== hit);
      return true;
    },
  };
}

function modeOf(
  switches: readonly FaultSwitch[],
  services: readonly string[],
  direction: Direction,
): FaultMode | undefined {
  for (const one of switches) {
    if ('mode' in one && services.includes(one.service) && covers(one.region, direction)) return one.mode;
  }
  return undefined;
}

function covers(region: FaultRegion, { from, to }: Direction): boolean {
  if (typeof region === 'string') return region === '*' || region === to;
  return region.from === from && region.to === to;
}
