import { requestMs } from '../domain/timeouts.ts';
import type { VoiceParameter, VoiceSettings } from './connect/voice-settings.ts';
import { type Credentials, signedRequests } from './signed-requests.ts';

export interface ParameterPlace {
  readonly region: string;
  readonly name: string;
  /** Where requests go instead of the region's own endpoint, as with the SDK's `AWS_ENDPOINT_URL`. */
  readonly endpointUrl?: string | undefined;
}

/**
 * Reads the parameter in which the Connect stack writes its instance, flows and number: see docs/adr/0010.
 *
 * It uses one request of Parameter Store, and the SDK's own signer signs it. The client of Parameter Store would make the
 * bundles of the functions that call people larger, and each page waits for them to load.
 */
export function voiceParameter(
  { region, name, endpointUrl }: ParameterPlace,
  credentials: Credentials,
): VoiceParameter {
  const service = { service: 'ssm', region, endpointUrl, timeoutMs: requestMs.parameter };
  const request = signedRequests(service, credentials);
  return {
    region,
    async read() {
      const { status, body } = await request({
        method: 'POST',
        path: '/',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'AmazonSSM.GetParameter',
        },
        body: JSON.stringify({ Name: name }),
      });
      if (status === 200) return settingsIn(body);
      if (body.includes('ParameterNotFound')) return undefined;
      throw new Error(`Parameter Store in ${region} answered ${status}: ${body.slice(0, 200)}`);
    },
  };
}

function settingsIn(body: string): VoiceSettings {
  const { Parameter } = JSON.parse(body) as { readonly Parameter?: { readonly Value?: string } };
  const { instanceArn, contactFlowArn, sourceNumber, taskFlowArn } = JSON.parse(
    Parameter?.Value ?? '{}',
  ) as Partial<VoiceSettings>;
  if (instanceArn !== undefined && contactFlowArn !== undefined && sourceNumber !== undefined)
    return { instanceArn, contactFlowArn, sourceNumber, taskFlowArn };
  throw new Error('the parameter of the voice path lacks the instance, the flow or the number');
}
