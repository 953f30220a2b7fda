import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';

/** Accepts findings of the policy checks on a construct and everything in it. Each rule has its reason in words. */
export function acknowledge(scope: IConstruct, reasons: Readonly<Record<string, string>>): void {
  Validations.of(scope).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
}

/** The finding that a caller who may invoke a function may invoke its versions too. CDK always permits that. */
export function invokingVersionsOf(invoked: IFunction): Readonly<Record<string, string>> {
  const logicalId = Stack.of(invoked).getLogicalId(invoked.node.defaultChild as CfnElement);
  return {
    [`AwsSolutions-IAM5[Resource::<${logicalId}.Arn>:*]`]:
      'The versions of the one function that it may invoke.',
  };
}
