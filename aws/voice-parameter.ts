import { requestMs } from '../domain/timeouts.ts';
import type { VoiceParameter, VoiceSettings } from './connect/voice-settings.ts';
import { type Credentials, signedRequests } from './signed-requests.ts';

export interface ParameterPlace {
  readonly region: string;
  readonly name: string;
  /** Honoured as the SDK's clients honour it. */
  readonly endpointUrl?: string | undefined;
}

/**
 * Reads the parameter in which the Connect stack writes its instance, flows and number: see docs/adr/0010.
 *
 * One verb of Parameter Store, signed by the SDK's own signer: its client would make the bundles of the functions that call
 * people larger, and theirs is on the way of each page.
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
