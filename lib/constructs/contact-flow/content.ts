import { Fn } from 'aws-cdk-lib';
import type { ContactFlow } from './flow.ts';
import { lintContactFlow } from './lint.ts';

/** An ARN in a flow that only CloudFormation knows. */
export interface LaterArn {
  /** The placeholder for it in the flow. */
  readonly placeholder: string;

  readonly arn: string;
}

/** A flow as the text for CloudFormation. Throws, with all mistakes, when Amazon Connect would refuse it. */
export function flowContent(flow: ContactFlow, { placeholder, arn }: LaterArn): string {
  const errors = lintContactFlow(flow);
  if (errors.length > 0) throw new Error(`Amazon Connect would refuse the flow: ${errors.join('; ')}`);
  return Fn.join(arn, JSON.stringify(flow).split(placeholder));
}
