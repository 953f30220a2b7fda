import { AuthorizationType, type IResource, LambdaIntegration } from 'aws-cdk-lib/aws-apigateway';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';

/**
 * The routes for people and their tools. The gateway lets nobody through whose request is not signed by somebody who may
 * call it (`execute-api:Invoke`): a stranger can neither read who is on call nor take an incident.
 */
export function addPeopleRoutes(v1: IResource, people: IFunction): void {
  const integration = new LambdaIntegration(people, { allowTestInvoke: false });
  const signed = { authorizationType: AuthorizationType.IAM };
  const incidents = v1.addResource('incidents');
  incidents.addMethod('GET', integration, signed);
  const incident = incidents.addResource('{id}');
  incident.addMethod('GET', integration, signed);
  for (const action of ['acknowledge', 'decline', 'resolve']) {
    incident.addResource(action).addMethod('POST', integration, signed);
  }
  v1.addResource('on-call').addMethod('GET', integration, signed);
}
