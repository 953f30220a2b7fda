import { type ActionKind, done, noBranches } from '../action-kind.ts';
import { textParameter } from '../flow.ts';

/** There are no logs of flows here; the terminal tells what happens. */
export const updateFlowLoggingBehavior: ActionKind = {
  parameters: ['FlowLoggingBehavior'],
  branches: () => noBranches,
  problems({ parameters }) {
    const behavior = textParameter(parameters, 'FlowLoggingBehavior');
    return ['Enabled', 'Disabled'].includes(behavior ?? '')
      ? []
      : ['FlowLoggingBehavior must be Enabled or Disabled'];
  },
  run: () => done,
};
