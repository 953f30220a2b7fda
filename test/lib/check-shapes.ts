import { checkPolicies } from '../../lib/stacks/permanence-stacks.ts';
import { shapes } from './shapes.ts';
import { placeStacks } from './synthesized.ts';

/**
 * Synthesizes the stacks of every shape with AWS's recommendations. What the CDK warns of goes to stderr, and a failed
 * check ends the process with an error.
 */
for (const config of Object.values(shapes)) {
  const { app } = placeStacks({ config });
  checkPolicies(app);
  app.synth();
}
