import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { functionMegabytes, functionSeconds } from '../../../domain/timeouts.ts';
import type { FunctionRole } from '../../names.ts';
import type { DeployedOrganization } from '../../organization-file.ts';
import { functionCode } from './function-code.ts';

export interface ServiceFunctionProps {
  /** The file in `lambda/`, without extension. It also decides the time-out and the memory of the function. */
  readonly entry: FunctionRole;

  readonly functionName: string;

  /** What the function does, as people read it in the AWS console. */
  readonly description: string;

  readonly organization: DeployedOrganization;

  /** Settings that the function reads through `lambda/cell/environment.ts`. */
  readonly environment: Record<string, string>;

  /**
   * The largest number of concurrent executions, which Lambda reserves for it. @default - no limit but the account's
   */
  readonly reservedConcurrency?: number | undefined;

  /** Everything that the function may do, except writing its own log. */
  readonly permissions: readonly PolicyStatement[];
}

/** A Lambda function of this service: one file of `lambda/`, bundled, permitted and logged like the others. */
export class ServiceFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What the function ${props.functionName} may do`,
    });
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    super(scope, id, {
      functionName: props.functionName,
      description: props.description,
      code: functionCode(props),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: functionMegabytes[props.entry],
      timeout: Duration.seconds(functionSeconds[props.entry]),
      environment: props.environment,
      ...(props.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrency,
      }),
      role,
      logGroup,
    });
    logGroup.grantWrite(role);
    for (const statement of props.permissions) role.addToPrincipalPolicy(statement);
  }
}
