import type { Provision } from '../../template/resource.ts';
import { knownProperties, onlyKnown, optionalTextOf, textOf } from '../wire/properties.ts';
import { checkTemplate, responseTypes } from './gateway-responses.ts';
import { apiOf, refuseAfterDeployment, textsOf } from './references.ts';
import type { RestApis } from './rest-api.ts';

/** A resource type: the gateway's own answer to one type of error. */
export function gatewayResponse(apis: RestApis): Provision {
  return (resource) => {
    const properties = knownProperties(resource, [
      'ResponseParameters',
      'ResponseTemplates',
      'ResponseType',
      'RestApiId',
      'StatusCode',
    ]);
    const type = textOf(properties, 'ResponseType');
    if (!responseTypes.includes(type)) throw new Error(`the ResponseType ${type} is not known here`);
    const api = apiOf(properties, apis);
    refuseAfterDeployment(api);
    const statusCode = optionalTextOf(properties, 'StatusCode');
    api.gatewayResponses.set(type, {
      statusCode: statusCode === undefined ? undefined : Number(statusCode),
      headers: readHeaders(properties['ResponseParameters'] ?? {}),
      template: readTemplate(properties['ResponseTemplates'] ?? {}),
    });
    return { ref: resource.logicalId, attributes: { Id: resource.logicalId } };
  };
}

/** Only fixed values are allowed. A template writes them in single quotes. */
function readHeaders(value: unknown): Readonly<Record<string, string>> {
  const headers = Object.entries(textsOf(value)).map(([parameter, quoted]) => {
    const name = /^gatewayresponse\.header\.(?<name>.+)$/.exec(parameter)?.groups?.['name'];
    const text = /^'(?<text>.*)'$/.exec(quoted)?.groups?.['text'];
    if (name === undefined || text === undefined) {
      throw new Error(`the response parameter ${parameter}: ${quoted} is not known here`);
    }
    return [name.toLowerCase(), text] as const;
  });
  return Object.fromEntries(headers);
}

function readTemplate(value: unknown): string | undefined {
  const template = optionalTextOf(onlyKnown(value, ['application/json']), 'application/json');
  if (template !== undefined) checkTemplate(template);
  return template;
}
