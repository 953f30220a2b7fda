import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startCloud } from '../../local/cloud.ts';
import type { Outputs } from '../../local/template/provision.ts';
import { dayZeroAccount, dayZeroWords } from './day-zero.ts';
import { deployedOrganization } from './deployed-organization.ts';
import { pageFacts } from './page-facts.ts';
import { phoneOwners } from './phone-owners.ts';
import { orderedNumbers } from './sms-numbers.ts';
import { synthesize } from './synthesize.ts';
import { welcome } from './welcome.ts';

const help = `Usage: npm start -- [options]

Runs the whole product on this machine: the synthesized templates of all stacks, in a local cloud, with phones to answer on.

  --port <number>          where it listens, on 127.0.0.1 only (default 4600)
  --organization <file>    who is on call for whom (default organization.yaml)
  --speed <number>         seconds of the cloud's time for each second: 1 is real, 0 stands still (default 1)
  --day-0                  as in a new account: nobody has granted numbers or countries yet
  --help                   this text
`;

/** Runs the product on a laptop until Ctrl-C. */
async function start(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  console.log('Permanence: synthesizing the templates ...');
  const synthesized = await synthesize(options.organization);
  if (synthesized.kind === 'failed') stop(synthesized.message);

  const cloud = await startCloud({
    assembly: synthesized.assembly,
    phones: phoneOwners(deployedOrganization(synthesized.assembly)),
    ...(options.dayZero ? dayZeroAccount : { smsNumbers: orderedNumbers(synthesized.assembly) }),
    port: options.port,
    speed: options.speed,
    tell: (line) => console.log(line),
    page: (url) => ({ ...pageFacts(url), ...(options.dayZero && { notice: dayZeroWords }) }),
  });
  console.log(welcome(cloud.url));
  if (options.dayZero) console.log(dayZeroWords);
  for (const line of gaveUp(cloud.outputs)) console.log(line);
  const close = () => {
    console.log('\nStopping ...');
    void cloud.close().then(() => process.exit(0));
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
}

function optionsFrom(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4600' },
        organization: { type: 'string', default: 'organization.yaml' },
        speed: { type: 'string', default: '1' },
        'day-0': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    return {
      port: numberIn('--port', values.port, 0, 65_535),
      speed: numberIn('--speed', values.speed, 0, 10_000),
      dayZero: values['day-0'],
      organization: resolve(values.organization),
    };
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error), '', help);
  }
}

function numberIn(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new Error(`${name} must be a number from ${least} to ${most}, got ${text}`);
}

function stop(...lines: string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

/** What the configuration lacks, in the words of the stacks. */
function gaveUp(outputs: Outputs): readonly string[] {
  return Object.values(outputs).flatMap(({ Calls }) =>
    Calls === undefined ? [] : [`Calls:          ${Calls}`],
  );
}

start().catch((error: unknown) => stop(error instanceof Error ? error.message : String(error)));
