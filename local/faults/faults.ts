import type { FaultMode, Faults } from '../kernel/parts.ts';
import type { FaultRegion, FaultSwitch } from './fault-switches.ts';

/** The direction of a call between regions. */
interface Direction {
  readonly from: string;
  readonly to: string;
}

/** The switches, for the gateway and for whoever turns them. */
export interface SwitchedFaults extends Faults {
  /** Replaces all of them. */
  replace(switches: readonly FaultSwitch[]): void;
  switches(): readonly FaultSwitch[];
  /** What happens to calls of a service that has no switch of its own: those of a stopped region or a cut line. */
  modeOfAll(direction: Direction): FaultMode | undefined;
  /** A stopped region: no invocations, schedules or transitions. */
  isStopped(region: string): boolean;
  /** Whether the function dies after this call. A kill is used up by the one that it hits. */
  takeKill(functionName: string, call: number): boolean;
}

/** All switched off. */
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
