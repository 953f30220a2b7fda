import { voicePath } from '../aws/voice-path.ts';
import type { Cell } from './cell.ts';
import type { Settings } from './environment.ts';

/**
 * The cell with its voice: for the functions that call people. The others leave it out, and Amazon Connect's client out of
 * their bundles with it.
 */
export function withVoice(cell: Cell, { region, otherRegion, voice }: Settings): Cell {
  return {
    ...cell,
    voice: {
      own: voicePath(region, async () => voice),
      other: voicePath(otherRegion, (now) => cell.voiceSettings.read(otherRegion, now)),
    },
  };
}
