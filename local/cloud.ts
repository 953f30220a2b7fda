/**
 * The local cloud: it reads the templates that `cdk synth` wrote, makes their resources and serves AWS's APIs at one
 * port.
 */

import { accountOf, type RegionAccount } from './account/account.ts';
import { type Engine, engine } from './engine.ts';
import type { CallRecord } from './faults/trace.ts';
import { openPort, type PortRequest } from './kernel/port.ts';
import type { VisitedPlace } from './kernel/visits.ts';
import type { PageFacts } from './phones/page/phones-page.ts';
import { type PhoneOwner, phoneBook } from './phones/phone-book.ts';
import { threadCode } from './services/lambda/thread-code.ts';
import type { OrderedNumber } from './services/sms-voice/sms-voice.ts';
import { readAssembly } from './template/assembly.ts';
import { type Outputs, provision } from './template/provision.ts';
import { wiredServices } from './wiring.ts';

/** A running local cloud. Everything else about it is reached over HTTP at its `url`. */
export interface Cloud {
  readonly url: string;
  /** The outputs of the stacks, by stack name and logical id. */
  readonly outputs: Outputs;
  /** Every call to AWS and every invocation of a function, in order. */
  readonly trace: readonly CallRecord[];
  /** The states and flow actions of the templates, and how often each was entered. */
  visits(): readonly VisitedPlace[];
  now(): number;
  /** Ends the functions and closes the port. */
  close(): Promise<void>;
}

export interface CloudOptions {
  /** The directory that `cdk synth` wrote. */
  readonly assembly: string;
  readonly phones: readonly PhoneOwner[];
  /** The numbers for SMS that the account owns before a deployment. @default none */
  readonly smsNumbers?: readonly OrderedNumber[];
  /** What AWS has not granted the account yet. @default - everything that the product needs is granted */
  readonly account?: Partial<RegionAccount>;
  /** @default 4600; 0 takes any free port. */
  readonly port?: number;
  /** @default the host's time; epoch milliseconds. */
  readonly startAt?: number;
  /** The speed of the clock. At 0 it stands still until somebody skips time. @default 1 */
  readonly speed?: number;
  /** The seed of all random numbers. @default the host's time */
  readonly seed?: number;
  /** Gets one line for each thing that happens. */
  readonly tell?: (line: string) => void;
  /** Functions load their bundles as modules. A count of the code that ran needs that. @default false */
  readonly asModules?: boolean;
  /**
   * What the phones page shows beside the phones, once the url of the cloud is known. @default the regions of the
   * stacks
   */
  readonly page?: (url: string) => PageFacts;
}

const defaultPort = 4600;

/**
 * Makes everything that the templates describe, and serves it. Rejects with the name of whatever this cloud does not
 * know.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { startAt = Date.now(), speed = 1, seed = Date.now() } = options;
  const assembly = readAssembly(options.assembly);
  const at = { url: '', isClosed: false };
  const url = () => at.url;
  const tell = (line: string) => {
    if (!at.isClosed) options.tell?.(line);
  };
  const code = { threadCode: await threadCode(), asModules: options.asModules ?? false };
  const serve = (request: PortRequest) => services.serve(request);
  const driven = engine({ startAt, speed, seed, tell, ...code, url, serve });
  const { clock, pool, trace, visits } = driven;
  const phones = phoneBook(options.phones, clock);
  const regions = [...new Set(assembly.stacks.map(({ region }) => region))];
  const page = () => ({ regions, ...options.page?.(at.url) });
  const { account } = assembly;
  const { smsNumbers = [] } = options;
  const grants = accountOf(options.account);
  const services = wiredServices(driven, { account, phones, smsNumbers, grants, url, page });
  const port = await openPort(options.port ?? defaultPort, clock.now, services.serve);
  at.url = port.url;
  const close = async () => {
    at.isClosed = true;
    clock.close();
    await pool.close();
    await port.close();
  };
  try {
    const outputs = provision(assembly, services.resourceTypes);
    services.whenAllIsMade();
    stopFunctionsOfStoppedRegions(driven);
    const { records } = trace;
    return { url: port.url, outputs, trace: records, visits: visits.places, now: clock.now, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** When a region stops, the functions that run in it die. */
function stopFunctionsOfStoppedRegions({ faults, pool }: Engine): void {
  faults.onChange(() => {
    void pool.stop(({ region }) => faults.isStopped(region), 'The region stopped');
  });
}
