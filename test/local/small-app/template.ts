/** The stack of the small app, written by hand as CDK would write it. */
const joined = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });
const ref = (name: string) => ({ Ref: name });
const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });

const trust = (service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
});
const policy = (role: string, ...Statement: unknown[]) => ({
  Type: 'AWS::IAM::Policy',
  Properties: {
    PolicyName: `${role}Policy`,
    PolicyDocument: { Version: '2012-10-17', Statement },
    Roles: [ref(role)],
  },
});
const permission = (service: string, SourceArn: unknown) => ({
  Type: 'AWS::Lambda::Permission',
  Properties: {
    Action: 'lambda:InvokeFunction',
    FunctionName: arnOf('Pager'),
    Principal: service,
    ...(SourceArn !== undefined && { SourceArn }),
  },
});
const machineArn = joined(
  'arn:aws:states:',
  ref('AWS::Region'),
  ':',
  ref('AWS::AccountId'),
  ':stateMachine:paging',
);

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Page',
  States: {
    Page: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'PAGER',
        Payload: {
          page: {
            id: '{% $states.input.id %}',
            number: '{% $states.input.number %}',
            taskToken: '{% $states.context.Task.Token %}',
          },
        },
      },
      TimeoutSeconds: 300,
      Assign: { answer: '{% $states.result.answer %}' },
      Output: '{% $states.input %}',
      Retry: [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 2 }],
      Catch: [{ ErrorEquals: ['States.Timeout'], Output: '{% $states.input %}', Next: 'Page' }],
      Next: 'Taken',
    },
    Taken: { Type: 'Succeed' },
  },
};

const [before = '', after = ''] = JSON.stringify(definition).split('PAGER');

export const smallTemplate = {
  Resources: {
    Table: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        TableName: 'alarms',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
        Replicas: [{ Region: 'eu-central-1' }],
      },
    },
    PagerRole: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: trust('lambda.amazonaws.com') },
    },
    PagerPolicy: policy(
      'PagerRole',
      { Effect: 'Allow', Action: ['dynamodb:UpdateItem', 'dynamodb:GetItem'], Resource: arnOf('Table') },
      { Effect: 'Allow', Action: 'states:StartExecution', Resource: machineArn },
      {
        Effect: 'Allow',
        Action: ['states:SendTaskSuccess', 'sns:Publish', 'sms-voice:SendTextMessage'],
        Resource: '*',
      },
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arnOf('Failures') },
    ),
    Pager: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'pager',
        Code: { S3Bucket: 'assets', S3Key: 'pager.zip' },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Role: arnOf('PagerRole'),
        Timeout: 10,
        Environment: { Variables: { TABLE_NAME: ref('Table'), MACHINE_ARN: machineArn } },
      },
    },
    PagerEvents: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: {
        FunctionName: ref('Pager'),
        Qualifier: '$LATEST',
        DestinationConfig: { OnFailure: { Destination: arnOf('Failures') } },
      },
    },
    Failures: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'failures' } },
    MachineRole: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: trust('states.amazonaws.com') },
    },
    MachinePolicy: policy('MachineRole', {
      Effect: 'Allow',
      Action: 'lambda:InvokeFunction',
      Resource: arnOf('Pager'),
    }),
    Machine: {
      Type: 'AWS::StepFunctions::StateMachine',
      DependsOn: ['MachinePolicy'],
      Properties: {
        StateMachineName: 'paging',
        RoleArn: arnOf('MachineRole'),
        DefinitionString: joined(before, arnOf('Pager'), after),
      },
    },
    Replies: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'replies' } },
    RepliesPolicy: {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: {
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 'sns:Publish',
              Principal: { Service: 'sms-voice.amazonaws.com' },
              Resource: ref('Replies'),
            },
          ],
        },
        Topics: [ref('Replies')],
      },
    },
    RepliesToPager: {
      Type: 'AWS::SNS::Subscription',
      Properties: { Protocol: 'lambda', TopicArn: ref('Replies'), Endpoint: arnOf('Pager') },
    },
    RepliesMayInvoke: permission('sns.amazonaws.com', ref('Replies')),
    Number: {
      Type: 'AWS::SMSVOICE::PhoneNumber',
      Properties: {
        IsoCountryCode: 'BE',
        NumberType: 'LONG_CODE',
        NumberCapabilities: ['SMS'],
        MandatoryKeywords: { HELP: { Message: 'help' }, STOP: { Message: 'stop' } },
        TwoWay: { Enabled: true, ChannelArn: ref('Replies') },
      },
    },
    NumberPolicy: {
      Type: 'AWS::SMSVOICE::ResourcePolicy',
      Properties: {
        ResourceArn: arnOf('Number'),
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 'sms-voice:SendTextMessage',
              Principal: { Service: 'sns.amazonaws.com' },
              Resource: arnOf('Number'),
              Condition: { StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') } },
            },
          ],
        },
      },
    },
    Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'alarms' } },
    AlarmsPath: {
      Type: 'AWS::ApiGateway::Resource',
      Properties: {
        RestApiId: ref('Api'),
        ParentId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
        PathPart: 'alarms',
      },
    },
    PostAlarm: {
      Type: 'AWS::ApiGateway::Method',
      Properties: {
        RestApiId: ref('Api'),
        ResourceId: ref('AlarmsPath'),
        HttpMethod: 'POST',
        AuthorizationType: 'NONE',
        Integration: {
          Type: 'AWS_PROXY',
          IntegrationHttpMethod: 'POST',
          Uri: joined(
            'arn:aws:apigateway:',
            ref('AWS::Region'),
            ':lambda:path/2015-03-31/functions/',
            arnOf('Pager'),
            '/invocations',
          ),
        },
      },
    },
    Deployment: {
      Type: 'AWS::ApiGateway::Deployment',
      DependsOn: ['PostAlarm'],
      Properties: { RestApiId: ref('Api') },
    },
    Stage: {
      Type: 'AWS::ApiGateway::Stage',
      Properties: { RestApiId: ref('Api'), DeploymentId: ref('Deployment'), StageName: 'live' },
    },
    ApiMayInvoke: permission(
      'apigateway.amazonaws.com',
      joined(
        'arn:aws:execute-api:',
        ref('AWS::Region'),
        ':',
        ref('AWS::AccountId'),
        ':',
        ref('Api'),
        '/live/POST/alarms',
      ),
    ),
  },
};
