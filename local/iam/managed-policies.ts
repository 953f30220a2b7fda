import { readPolicy, type Statement } from './statement.ts';

/** The AWS managed policies that templates name. Source: AWS managed policy reference. */
const documents: Readonly<Record<string, unknown>> = {
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole': {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: '*',
      },
    ],
  },
  'arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs': {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: [
          'logs:CreateLogGroup',
          'logs:CreateLogStream',
          'logs:DescribeLogGroups',
          'logs:DescribeLogStreams',
          'logs:PutLogEvents',
          'logs:GetLogEvents',
          'logs:FilterLogEvents',
        ],
        Resource: '*',
      },
    ],
  },
};

/** The statements of an AWS managed policy. Throws for an unknown policy. */
export function managedPolicy(arn: string): readonly Statement[] {
  const document = documents[arn];
  if (document === undefined) throw new Error(`the managed policy ${arn} is not known here`);
  return readPolicy(document, 'identity', arn);
}
