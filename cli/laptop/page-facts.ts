import type { PageLink } from '../../local/phones/page/page-links.ts';
import type { PageFacts } from '../../local/phones/page/phones-page.ts';
import { askCells } from '../cell/ask.ts';
import { laptopRegions } from '../cell/cells.ts';
import { laptopKey } from '../cell/laptop-key.ts';
import { diskFull, samples } from './samples.ts';

/** What the phones page of the product on a laptop shows beside the phones. */
export function pageFacts(url: string): PageFacts {
  return { command: sampleCommand(url), samples, links: linksTo(url) };
}

/** The line to paste: one line, with its JSON in single quotes. */
export function sampleCommand(url: string): string {
  const headers = `-H 'authorization: Bearer ${laptopKey}' -H 'content-type: application/json'`;
  return `curl -s ${url}/eu-central-1/v1/alarms ${headers} -d '${JSON.stringify(diskFull)}'`;
}

function linksTo(url: string): readonly PageLink[] {
  return [
    ...laptopRegions.map((region) => ({
      title: `${region} operators’ board`,
      made: () => boardOf(`${url}/${region}`, region),
    })),
    ...laptopRegions.map((region) => ({ title: `${region} health`, href: `${url}/${region}/v1/health` })),
    ...laptopRegions.map((region) => ({ title: `${region} API`, href: `${url}/${region}/v1/openapi.json` })),
  ];
}

/**
 * The address of a cell's board. It is valid for one shift of the cloud's time. Each request makes a new one, since
 * time may have been skipped.
 */
async function boardOf(url: string, region: string): Promise<string> {
  const ask = askCells([{ url, region }], () => {});
  const answer = await ask('boardLink', {});
  if (answer.kind === 'failed') throw new Error(answer.message);
  return answer.body.url;
}
