import { numberOf, onlyKnown, textOf } from '../wire/properties.ts';

/** A Lambda function behind a method: gets the whole request, gives the whole answer. */
export interface ProxyIntegration {
  readonly functionArn: string;
  readonly timeoutMilliseconds: number;
}

/** The longest that a regional API waits without a raised quota. Source: API Gateway quotas. */
export const longestIntegrationMilliseconds = 29_000;

const invocationUri =
  /^arn:aws:apigateway:[^:]+:lambda:path\/2015-03-31\/functions\/(?<functionArn>arn:aws:lambda:[^/]+)\/invocations$/;

/** Reads the Integration of a method. Throws for any but the Lambda proxy integration. */
export function readIntegration(value: unknown): ProxyIntegration {
  const properties = onlyKnown(value, ['IntegrationHttpMethod', 'TimeoutInMillis', 'Type', 'Uri']);
  const type = textOf(properties, 'Type');
  if (type !== 'AWS_PROXY') throw new Error(`integrations of type ${type} are not known here`);
  if (textOf(properties, 'IntegrationHttpMethod') !== 'POST') {
    throw new Error(`functions are invoked by POST`);
  }
  const uri = textOf(properties, 'Uri');
  const functionArn = invocationUri.exec(uri)?.groups?.['functionArn'];
  if (functionArn === undefined) throw new Error(`the Uri invokes no function: ${uri}`);

  const timeoutMilliseconds = numberOf(properties, 'TimeoutInMillis', longestIntegrationMilliseconds);
  if (timeoutMilliseconds > longestIntegrationMilliseconds) {
    throw new Error(`TimeoutInMillis is at most ${longestIntegrationMilliseconds}`);
  }
  return { functionArn, timeoutMilliseconds };
}
