import type { Parts } from '../kernel/parts.ts';
import { type AwsCall, awsError, type CloudService } from '../kernel/service.ts';
import {
  documentOf,
  jsonAnswer,
  jsonFailure,
  onlyMembers,
  requiredText,
  targetOperation,
} from './wire/json-protocol.ts';
import { generatedName, knownProperties, optionalTextOf, textOf } from './wire/properties.ts';

const known = ['Description', 'Name', 'Tags', 'Type', 'Value'];

/** The largest value of a parameter in the standard tier. Source: Systems Manager user guide, "Parameter tiers". */
const maxValueBytes = 4096;

/** AWS Systems Manager: only Parameter Store, with the parameters of the templates and as people change them. */
export function ssmService(parts: Parts): CloudService {
  const values = new Map<string, string>();
  const operation = (call: AwsCall) =>
    targetOperation(call, ['DeleteParameter', 'GetParameter', 'PutParameter']);
  const arnOf = (region: string, name: string) =>
    `arn:aws:ssm:${region}:${parts.account}:parameter/${name.replace(/^\//, '')}`;
  const arnIn = (call: AwsCall) => arnOf(call.region, requiredText(documentOf(call), 'Name'));
  return {
    resourceTypes: {
      'AWS::SSM::Parameter'(resource) {
        const properties = knownProperties(resource, known);
        const name = optionalTextOf(properties, 'Name') ?? generatedName(resource);
        const type = textOf(properties, 'Type');
        if (type !== 'String') throw new Error(`parameters of type ${type} are not known here, but String`);
        const value = textOf(properties, 'Value');
        if (Buffer.byteLength(value) > maxValueBytes) {
          throw new Error(`Value may have ${maxValueBytes} bytes, got ${Buffer.byteLength(value)}`);
        }
        const arn = arnOf(resource.region, name);
        if (values.has(arn)) throw new Error(`there is a parameter ${arn} already`);
        values.set(arn, value);
        return { ref: name, attributes: { Type: type, Value: value } };
      },
    },
    aws: {
      signingName: 'ssm',
      operation,
      fault: () => 'parameters',
      permissions: (call) => [{ action: `ssm:${operation(call)}`, resource: arnIn(call) }],
      async perform(call) {
        const request = documentOf(call);
        const name = operation(call);
        onlyMembers(request, name === 'PutParameter' ? ['Name', 'Overwrite', 'Value'] : ['Name'], name);
        const ARN = arnIn(call);
        if (name === 'PutParameter') {
          if (!values.has(ARN))
            throw new Error('The local cloud changes only the parameters of the templates');
          if (request['Overwrite'] !== true) throw awsError('ParameterAlreadyExists', '');
          values.set(ARN, requiredText(request, 'Value'));
          return jsonAnswer({ Version: 2, Tier: 'Standard' });
        }
        if (name === 'DeleteParameter') {
          if (!values.delete(ARN)) throw awsError('ParameterNotFound', '');
          return jsonAnswer({});
        }
        const Value = values.get(ARN);
        if (Value === undefined) throw awsError('ParameterNotFound', '');
        const Parameter = { ARN, Name: requiredText(request, 'Name'), Type: 'String', Value, Version: 1 };
        return jsonAnswer({ Parameter: { ...Parameter, DataType: 'text' } });
      },
      failure: (_call, error) => jsonFailure(error),
    },
  };
}
