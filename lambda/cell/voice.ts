import { connectClient } from '../../aws/connect/client.ts';
import { contactCenter } from '../../aws/connect/contact-center.ts';
import { voicePath } from '../../aws/connect/voice-path.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from './cell.ts';
import type { Settings } from './environment.ts';

/**
 * Adds voice and the contact center, for the functions that call people. The other functions leave them out, so their
 * bundles have no client of Amazon Connect.
 */
export function withVoice(cell: Cell, { region, otherRegion }: Settings): Cell {
  const connect = { own: connectClient(region), other: connectClient(otherRegion) };
  const ownSettings = (now: Instant) => cell.voiceSettings.read(region, now);
  const otherSettings = (now: Instant) => cell.voiceSettings.read(otherRegion, now);
  return {
    ...cell,
    voice: {
      own: voicePath(region, ownSettings, connect.own),
      other: voicePath(otherRegion, otherSettings, connect.other),
    },
    contactCenter: {
      own: contactCenter(region, ownSettings, connect.own),
      other: contactCenter(otherRegion, otherSettings, connect.other),
    },
  };
}
