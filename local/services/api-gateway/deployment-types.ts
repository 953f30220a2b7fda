import type { Provision } from '../../template/resource.ts';
import { knownProperties, listOf, onlyKnown, type Properties, textOf } from '../wire/properties.ts';
import { apiOf, idOf, textsOf } from './references.ts';
import type { RestApis } from './rest-api.ts';

/** A deployment: what a stage shows. */
export function deployment(apis: RestApis): Provision {
  return (resource) => {
    const properties = knownProperties(resource, ['Description', 'RestApiId']);
    const id = idOf(resource, 'deployment');
    apiOf(properties, apis).deploymentIds.push(id);
    return { ref: id, attributes: { DeploymentId: id } };
  };
}

/** The stage under which the API answers. */
export function stage(apis: RestApis): Provision {
  return (resource) => {
    const properties = knownProperties(resource, [
      'AccessLogSetting',
      'DeploymentId',
      'Description',
      'MethodSettings', // metrics, logs, and throttling limits, which a fault stands for here
      'RestApiId',
      'StageName',
      'Tags',
      'TracingEnabled',
      'Variables',
    ]);
    const api = apiOf(properties, apis);
    if (!api.deploymentIds.includes(textOf(properties, 'DeploymentId'))) {
      throw new Error(`its deployment is none of this API`);
    }
    if (api.stage !== undefined) throw new Error(`the API has a stage already, and only one is known here`);
    checkMethodSettings(properties);
    const name = textOf(properties, 'StageName');
    const variables = properties['Variables'];
    api.stage = {
      name,
      variables: variables === undefined ? null : textsOf(variables),
    };
    return { ref: name, attributes: {} };
  };
}

function checkMethodSettings(properties: Properties): void {
  for (const settings of listOf(properties, 'MethodSettings')) {
    onlyKnown(settings, [
      'DataTraceEnabled',
      'HttpMethod',
      'LoggingLevel',
      'MetricsEnabled',
      'ResourcePath',
      'ThrottlingBurstLimit',
      'ThrottlingRateLimit',
    ]);
  }
}
