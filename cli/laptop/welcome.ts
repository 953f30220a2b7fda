import { laptopCells, laptopUrl } from '../cell/cells.ts';
import { sampleCommand } from './page-facts.ts';

/**
 * What `npm start` prints once everything runs. The command line knows the usual port only, so the text names any
 * other.
 */
export function welcome(url: string): string {
  const lines = [
    `The phones:     ${url}/`,
    `Send an alarm:  ${sampleCommand(url)}`,
    ...(url === laptopUrl ? [] : [`Command line:   export PERMANENCE_CELLS=${laptopCells(url)}`]),
    'Stop:           Ctrl-C',
  ];
  return `\n${lines.join('\n')}\n`;
}
