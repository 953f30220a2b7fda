import type { Provision, Provisioned, Resource, ResourceTypes } from '../../template/resource.ts';
import { knownProperties, listOf, onlyKnown, type Properties, textOf } from '../wire/properties.ts';
import { gatewayResponse } from './gateway-response-type.ts';
import { readIntegration } from './integration.ts';
import { apiOf, idOf, refuseAfterDeployment, textsOf } from './references.ts';
import type { PathResource, RestApis } from './rest-api.ts';

/** The resource types of API Gateway. */
export function apiResourceTypes(apis: RestApis): ResourceTypes {
  return {
    'AWS::ApiGateway::Account': account,
    'AWS::ApiGateway::RestApi': restApi(apis),
    'AWS::ApiGateway::Resource': pathResource(apis),
    'AWS::ApiGateway::Method': method(apis),
    'AWS::ApiGateway::GatewayResponse': gatewayResponse(apis),
    'AWS::ApiGateway::Deployment': deployment(apis),
    'AWS::ApiGateway::Stage': stage(apis),
  };
}

/** This only says where the gateway may log. */
function account(resource: Resource): Provisioned {
  knownProperties(resource, ['CloudWatchRoleArn']);
  return { ref: resource.logicalId, attributes: { Id: resource.logicalId } };
}

function restApi(apis: RestApis): Provision {
  return (resource) => {
    const properties = knownProperties(resource, [
      'Description',
      'DisableExecuteApiEndpoint',
      'EndpointConfiguration',
      'Name',
      'Tags',
    ]);
    if (String(properties['DisableExecuteApiEndpoint'] ?? false) !== 'false') {
      throw new Error(`an API without its own address is not known here`);
    }
    const id = idOf(resource, 'api');
    const root: PathResource = { id: `${id}-root`, path: '/' };
    apis.add({
      id,
      region: resource.region,
      resources: new Map([[root.id, root]]),
      methods: [],
      gatewayResponses: new Map(),
      deploymentIds: [],
      stage: undefined,
    });
    return { ref: id, attributes: { RestApiId: id, RootResourceId: root.id } };
  };
}

function pathResource(apis: RestApis): Provision {
  return (resource) => {
    const properties = knownProperties(resource, ['ParentId', 'PathPart', 'RestApiId']);
    const { resources } = apiOf(properties, apis);
    const parent = resources.get(textOf(properties, 'ParentId'));
    if (parent === undefined) throw new Error(`the parent is no resource of this API`);
    const id = idOf(resource, 'resource');
    const path = `${parent.path === '/' ? '' : parent.path}/${textOf(properties, 'PathPart')}`;
    resources.set(id, { id, path });
    return { ref: id, attributes: { ResourceId: id } };
  };
}

function method(apis: RestApis): Provision {
  return (resource) => {
    const properties = knownProperties(resource, [
      'ApiKeyRequired',
      'AuthorizationType',
      'HttpMethod',
      'Integration',
      'OperationName',
      'ResourceId',
      'RestApiId',
    ]);
    if (String(properties['ApiKeyRequired'] ?? false) !== 'false')
      throw new Error(`API keys are not known here`);
    const authorization = textOf(properties, 'AuthorizationType');
    if (authorization !== 'NONE' && authorization !== 'AWS_IAM') {
      throw new Error(`the AuthorizationType ${authorization} is not known here`);
    }
    const api = apiOf(properties, apis);
    const path = api.resources.get(textOf(properties, 'ResourceId'));
    if (path === undefined) throw new Error(`its resource is none of this API`);
    refuseAfterDeployment(api);
    api.methods.push({
      resource: path,
      httpMethod: textOf(properties, 'HttpMethod'),
      authorization,
      integration: readIntegration(properties['Integration']),
    });
    return { ref: resource.logicalId, attributes: {} };
  };
}

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
      'MethodSettings', // metrics, logs, and throttling limits; a switched fault replaces throttling here
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
