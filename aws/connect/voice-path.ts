import { type ConnectClient, StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect';
import { ringSeconds } from '../../domain/paging/page.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { connectClient, lastPartOf, noConnectIn } from './client.ts';
import type { VoiceSettings } from './voice-settings.ts';

/** Makes calls through one region. */
export interface VoicePath {
  readonly region: string;
  /** Reads the settings of this region ahead of time, so that `call` need not. Never rejects. */
  prepare(now: Instant): Promise<void>;
  /**
   * Calls the phone. Rejects when the region does not accept the call in time. For 7 days a request with the same token makes
   * no second call in this region.
   */
  call(call: Call): Promise<{ readonly contactId: string }>;
}

export interface Call {
  /** E.164, e.g. `+32470000000`. */
  readonly to: string;
  /** Identifies the call. */
  readonly token: string;
  /** The attributes that the contact flow speaks or passes on. */
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Calls through Amazon Connect in one region. A call that was accepted may never ring, and a voicemail may answer it.
 * Only the pressed key proves that a person heard it.
 */
export function voicePath(
  region: string,
  findSettings: (now: Instant) => Promise<VoiceSettings | undefined>,
  connect: ConnectClient = connectClient(region),
): VoicePath {
  let settings: VoiceSettings | undefined;
  return {
    region,
    async prepare(now) {
      settings = await findSettings(now);
    },
    async call({ to, token, attributes }) {
      if (settings === undefined) throw new Error(noConnectIn(region));
      const { ContactId } = await connect.send(
        new StartOutboundVoiceContactCommand({
          InstanceId: lastPartOf(settings.instanceArn),
          ContactFlowId: lastPartOf(settings.contactFlowArn),
          SourcePhoneNumber: settings.sourceNumber,
          DestinationPhoneNumber: to,
          ClientToken: token,
          RingTimeoutInSeconds: ringSeconds,
          Attributes: { ...attributes },
        }),
      );
      if (ContactId === undefined)
        throw new Error(`Connect in ${region} accepted a call without a contact id`);
      return { contactId: ContactId };
    },
  };
}
