import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, engine } from '../../../../local/engine.ts';
import type { Parts } from '../../../../local/kernel/parts.ts';
import type { Caller } from '../../../../local/kernel/service.ts';
import { type LambdaService, lambdaService } from '../../../../local/services/lambda/lambda.ts';
import { threadCode } from '../../../../local/services/lambda/thread-code.ts';

/** Lambda alone, on a clock that stands still, with one function `pager` of the given source. */
export interface Stage {
  readonly engine: Engine;
  readonly lambda: LambdaService;
  readonly told: string[];
  readonly sent: { readonly queueArn: string; readonly body: string; readonly caller: Caller }[];
  invoke(event?: unknown): ReturnType<LambdaService['functions']['invoke']>;
  enqueue(event: unknown): void;
}

export const start = Date.parse('2026-11-22T03:10:00Z');
export const pagerArn = 'arn:aws:lambda:eu-central-1:111122223333:function:pager';
const somebody: Caller = { kind: 'account' };

export async function lambdaStage(
  source: string | { readonly directory: string },
  settings: { refusal?: string; seed?: number } = {},
): Promise<Stage> {
  const told: string[] = [];
  const sent: Stage['sent'] = [];
  const driven = engine({
    startAt: start,
    speed: 0,
    seed: settings.seed ?? 1,
    tell: (line) => void told.push(line),
    threadCode: await threadCode(),
    asModules: false,
    url: () => 'http://127.0.0.1:9',
    serve: async () => 'hang up',
  });
  const parts: Parts = {
    ...driven,
    account: '111122223333',
    random: driven.random.next,
    authorizer: { refusal: () => settings.refusal },
    functions: { invoke: (...call) => lambda.functions.invoke(...call), enqueue: () => {} },
    queues: { send: (queueArn, body, caller) => void sent.push({ queueArn, body, caller }) },
  };
  const lambda = lambdaService(parts, driven.pool, driven.trace);
  provision(
    lambda,
    'AWS::Lambda::Function',
    {
      FunctionName: 'pager',
      Code: { S3Bucket: 'assets', S3Key: 'pager.zip' },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Role: 'arn:aws:iam::111122223333:role/pager',
      Timeout: 90,
      Environment: { Variables: { GREETING: 'hello' } },
    },
    typeof source === 'string' ? bundle(source) : source.directory,
  );
  return {
    engine: driven,
    lambda,
    told,
    sent,
    invoke: (event) => lambda.functions.invoke(pagerArn, event, somebody),
    enqueue: (event) => lambda.functions.enqueue(pagerArn, event, somebody),
  };
}

export function provision(
  { resourceTypes }: LambdaService,
  type: string,
  properties: Readonly<Record<string, unknown>>,
  directory = '',
): void {
  resourceTypes[type]?.({
    logicalId: 'Pager',
    type,
    stackName: 'cell',
    region: 'eu-central-1',
    account: '111122223333',
    properties,
    assetPath: () => directory,
  });
}

/** Makes a directory with a bundle of this source. */
export function bundle(source: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'pager-'));
  writeFileSync(join(directory, 'index.mjs'), source);
  return directory;
}
