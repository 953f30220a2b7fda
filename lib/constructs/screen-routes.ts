import { AuthorizationType, type IResource, LambdaIntegration } from 'aws-cdk-lib/aws-apigateway';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';

/**
 * The routes of signed links. The gateway asks for nothing: who has such a link may open it, and the function looks at its
 * signature. HEAD is what programs that look links over ask first; it is answered like GET, and neither changes anything.
 */
export function addScreenRoutes(root: IResource, screen: IFunction): void {
  const integration = new LambdaIntegration(screen, { allowTestInvoke: false });
  const link = root.addResource('s').addResource('{token}');
  for (const method of ['GET', 'HEAD', 'POST']) {
    link.addMethod(method, integration, { authorizationType: AuthorizationType.NONE });
  }
}
