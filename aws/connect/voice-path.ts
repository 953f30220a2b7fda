import { type ConnectClient, StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect';
import { ringSeconds } from '../../domain/paging/call-times.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { connectClient, lastPartOf, noConnectIn } from './client.ts';
import type { VoiceSettings } from './voice-settings.ts';

/** Calls through one region. */
export interface VoicePath {
  readonly region: string;
  /** Finds out how to call through this region, so that `call` need not. Never rejects. */
  prepare(now: Instant): Promise<void>;
  /**
   * Has the phone rung. Rejects when the region does not accept the call in time. The same token is the same call,
   * however often it is asked for: for 7 days, in this region.
   */
  call(call: Call): Promise<{ readonly contactId: string }>;
}

export interface Call {
  /** E.164, e.g. `+32470000000`. */
  readonly to: string;
  /** Names the call. */
  readonly token: string;
  /** What the contact flow speaks and hands on, by name. */
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Calls through Amazon Connect in one region. An accepted call may never ring, and a voicemail may answer it: only the
 * pressed key proves that somebody heard it.
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
