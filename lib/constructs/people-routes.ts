import { AuthorizationType, type IResource, LambdaIntegration } from 'aws-cdk-lib/aws-apigateway';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';

/** What people say about an incident: `lambda/action-bodies.ts` reads it. */
const actions = [
  'acknowledge',
  'decline',
  'resolve',
  'update',
  'escalate',
  'serious',
  'assess',
  'consent',
] as const;

/**
 * The routes for people and their tools. The gateway lets nobody through whose request is not signed by somebody who may
 * call it (`execute-api:Invoke`): a stranger can neither read who is on call nor take an incident.
 */
export function addPeopleRoutes(v1: IResource, people: IFunction): void {
  const integration = new LambdaIntegration(people, { allowTestInvoke: false });
  const signed = { authorizationType: AuthorizationType.IAM };
  v1.addResource('openapi.json').addMethod('GET', integration); // for everybody: it is no secret
  const incidents = v1.addResource('incidents');
  incidents.addMethod('GET', integration, signed);
  const incident = incidents.addResource('{id}');
  incident.addMethod('GET', integration, signed);
  for (const action of actions) {
    incident.addResource(action).addMethod('POST', integration, signed);
  }
  v1.addResource('board-link').addMethod('POST', integration, signed);
  v1.addResource('on-call').addMethod('GET', integration, signed);
  v1.addResource('report').addMethod('GET', integration, signed);
}
