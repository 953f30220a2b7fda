/** What a type of resource costs while nothing happens, and the quotas of the account that it uses. */
export interface CostAndQuotas {
  /** Dollars a month for each, or `none`. */
  readonly idle: string;
  /** Where the figure is from, and when it was looked up. Empty where AWS bills use alone. */
  readonly because?: string;
  readonly quotas?: readonly string[];
}

/** AWS bills it by use, or not at all. */
const none: CostAndQuotas = { idle: 'none' };

/** A price that could not be looked up on a page of AWS says so. Looked up in November 2026. */
export const costsAndQuotas: Readonly<Record<string, CostAndQuotas>> = {
  'AWS::ApiGateway::Account': none,
  'AWS::ApiGateway::Deployment': none,
  'AWS::ApiGateway::GatewayResponse': none,
  'AWS::ApiGateway::Method': none,
  'AWS::ApiGateway::Resource': { idle: 'none', quotas: ['API Gateway: 300 resources in an API'] },
  'AWS::ApiGateway::RestApi': { idle: 'none', quotas: ['API Gateway: requests a second of the account'] },
  'AWS::ApiGateway::Stage': none,
  'AWS::Connect::ContactFlow': { idle: 'none', quotas: ['Amazon Connect: flows in an instance'] },
  'AWS::Connect::HoursOfOperation': none,
  'AWS::Connect::Instance': {
    idle: 'none',
    quotas: ['Amazon Connect: instances', 'Amazon Connect: concurrent calls, and calls started a second'],
  },
  'AWS::Connect::IntegrationAssociation': none,
  'AWS::Connect::PhoneNumber': {
    idle: 'by the day',
    because:
      'The price page of Amazon Connect has it by country, <https://aws.amazon.com/connect/pricing/>; it could not be read from here.',
    quotas: ['Amazon Connect: numbers, and numbers claimed and released in 180 days'],
  },
  'AWS::Connect::Queue': { idle: 'none', quotas: ['Amazon Connect: active tasks'] },
  'AWS::Connect::RoutingProfile': none,
  'AWS::DynamoDB::GlobalTable': {
    idle: 'below 1.00',
    because:
      'Storage and point-in-time recovery by the gigabyte, in two regions and the witness; the sweeps read an almost empty index. From memory, not looked up.',
    quotas: ['DynamoDB: throughput of on-demand tables'],
  },
  'AWS::Events::Rule': none,
  'AWS::IAM::Policy': none,
  'AWS::IAM::Role': { idle: 'none', quotas: ['IAM: roles in an account'] },
  'AWS::Lambda::EventInvokeConfig': none,
  'AWS::Lambda::Function': { idle: 'none', quotas: ['Lambda: concurrent executions'] },
  'AWS::Lambda::Permission': none,
  'AWS::Logs::LogGroup': {
    idle: 'cents',
    because: 'The guardian writes a few lines a run; kept for a year. From memory, not looked up.',
  },
  'AWS::S3::Bucket': { idle: 'cents', because: 'One object of some kilobytes, with its versions.' },
  'AWS::S3::BucketPolicy': none,
  'AWS::SMSVOICE::PhoneNumber': {
    idle: '`MonthlyLeasingPrice`',
    because: '`aws pinpoint-sms-voice-v2 describe-phone-numbers` says it for each number.',
    quotas: ['AWS End User Messaging: monthly spend'],
  },
  'AWS::SMSVOICE::ResourcePolicy': none,
  'AWS::SNS::Subscription': none,
  'AWS::SNS::Topic': none,
  'AWS::SNS::TopicPolicy': none,
  'AWS::SQS::Queue': {
    idle: 'none',
    because:
      'Each guardian looks at five queues once a minute: 216,000 requests a month in a cell, and the first million of the account are free. From memory, not looked up.',
  },
  'AWS::SQS::QueuePolicy': none,
  'AWS::SSM::Parameter': none,
  'AWS::Scheduler::Schedule': {
    idle: '19.00',
    because:
      'It starts the guardian each minute, for 130 seconds with 256 MB: 1.4 million GB-seconds at 0.0000133334, <https://cloudchipr.com/blog/aws-lambda-pricing>, November 2026. 400,000 GB-seconds of the account are free. The starts themselves, 43,800 a month, are free up to 14 million; that is from memory.',
  },
  'AWS::SecretsManager::Secret': {
    idle: '0.80',
    because:
      '0.40 for a secret and 0.40 for its replica, <https://hivebook.wiki/wiki/aws-secrets-manager-rotated-secrets-dynamic-db-credentials-kms>, December 2026.',
  },
  'AWS::StepFunctions::StateMachine': {
    idle: 'none',
    quotas: ['Step Functions: state transitions, and executions started'],
  },
};
