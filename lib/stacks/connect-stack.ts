import { Stack, type StackProps } from 'aws-cdk-lib';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { ContactCenter } from '../constructs/contact-center.ts';
import { VoicePath } from '../constructs/voice-path.ts';
import type { ConnectInstance } from '../deployment-config.ts';
import { arnsOf, type FunctionRole, namesOf } from '../names.ts';

export interface ConnectStackProps extends StackProps {
  readonly prefix: string;
  readonly region: string;

  readonly connect: Exclude<ConnectInstance, { kind: 'none' }>;
}

/**
 * The Amazon Connect of one cell: its instance and number, the flows that speak and ask, and the parameter by which
 * the cell's functions find it. It is deployed after both cells and finds their functions by name. So a refusal of
 * AWS here affects nothing else: without this stack the cell pages by SMS, and asks the contact center by the board.
 * See docs/adr/0010.
 */
export class ConnectStack extends Stack {
  constructor(scope: Construct, id: string, { prefix, region, connect, ...props }: ConnectStackProps) {
    super(scope, id, { ...props, env: { region } });
    const names = namesOf(prefix);
    const arns = arnsOf(this, prefix);
    const functionOf = (functionId: string, role: FunctionRole) =>
      LambdaFunction.fromFunctionAttributes(this, functionId, {
        functionArn: arns.functionIn(region, role),
        sameEnvironment: true,
      });
    const voice = new VoicePath(this, 'Voice', {
      ...{ prefix, region, connect },
      callAnswer: functionOf('CallAnswer', 'call-answer'),
    });
    const { taskFlowArn } = new ContactCenter(this, 'ContactCenter', {
      ...{ prefix, connect, instanceArn: voice.instanceArn },
      answer: functionOf('Answer', 'answer'),
      undelivered: Queue.fromQueueArn(
        this,
        'Undelivered',
        arns.queueIn(region, names.undeliveredRepliesQueue),
      ),
    });
    const { instanceArn, contactFlowArn, sourceNumber } = voice;
    new StringParameter(this, 'Settings', {
      parameterName: names.voiceParameter,
      description: 'How the functions of the cell call people, and ask the contact center',
      stringValue: this.toJsonString({ instanceArn, contactFlowArn, sourceNumber, taskFlowArn }),
    });
  }
}
