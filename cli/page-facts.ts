import type { PageFacts } from '../local/phones/page/phones-page.ts';
import { laptopKey } from './laptop-key.ts';
import { diskFull, samples } from './samples.ts';

/** What the phones page of the product on a laptop shows beside the phones. */
export function pageFacts(url: string): PageFacts {
  return { command: sampleCommand(url), samples, links: linksTo(url) };
}

/** The line to paste: one line, JSON in single quotes. */
export function sampleCommand(url: string): string {
  const headers = `-H 'authorization: Bearer ${laptopKey}' -H 'content-type: application/json'`;
  return `curl -s ${url}/eu-central-1/v1/alarms ${headers} -d '${JSON.stringify(diskFull)}'`;
}

function linksTo(url: string) {
  return ['eu-central-1', 'eu-west-2'].flatMap((region) => [
    { title: `${region} health`, href: `${url}/${region}/v1/health` },
    { title: `${region} API`, href: `${url}/${region}/v1/openapi.json` },
  ]);
}
