import type { Parts } from '../../kernel/parts.ts';
import type { Host } from '../../states-language/host.ts';
import type { Execution } from './execution.ts';
import { startLambdaTask } from './lambda-task.ts';
import { placeOfState, placeOfWay } from './places.ts';
import type { Tokens } from './tokens.ts';

/** Connects the interpreter to the local cloud, for one execution. */
export function hostOf(parts: Parts, tokens: Tokens, execution: Execution): Host {
  const { clock, faults, activity, visits } = parts;
  const { region, name: machine } = execution.machine;
  return {
    now: () => clock.now(),
    random: () => parts.random(),
    at(due, label, fire) {
      const timer = clock.at(due, `${execution.name}: ${label}`, fire);
      return () => clock.cancel(timer);
    },
    begin: (label) => activity.begin(`${execution.name}: ${label}`),
    frozen() {
      const mode = faults.mode('workflow', { from: region, to: region });
      return mode === 'hang' || mode === 'refuse';
    },
    onThaw: (listener) => faults.onChange(listener),
    newToken: () => tokens.issue(region),
    startTask: (call, report) => startLambdaTask({ parts, tokens, execution }, call, report),
    record(entry) {
      const entered = entry.details?.['stateEnteredEventDetails'];
      if (isNamed(entered)) {
        execution.state = entered.name;
        visits.enter(placeOfState(machine, entered.name, entry.type.replace('StateEntered', '')));
      }
      return execution.history.append(entry);
    },
    historyIsFull: () => execution.history.isFull(),
    left: (way) => visits.enter(placeOfWay(machine, way)),
  };
}

function isNamed(details: unknown): details is { readonly name: string } {
  return typeof details === 'object' && details !== null && 'name' in details;
}
