import { awsError } from '../../../kernel/service.ts';
import type { TaskReport } from '../../../states-language/host.ts';
import { payloadLimitBytes } from '../../../states-language/limits.ts';
import { type Document, requiredText } from '../../wire/json-protocol.ts';
import type { Tokens } from '../tokens.ts';
import { type Operation, type Operations, optional } from './operation.ts';

/** The operations for the holder of a task token. In a policy they take no resource. */
export function taskOperations(tokens: Tokens): Operations {
  const saying = (
    name: string,
    members: readonly string[],
    reportOf: (document: Document) => TaskReport,
  ): Operation => ({
    members: ['taskToken', ...members],
    permissions: () => [{ action: `states:${name}`, resource: '*' }],
    perform({ document, region, drop }) {
      const listener = tokens.listener(requiredText(document, 'taskToken'), region);
      const report = reportOf(document);
      if (!drop) listener(report);
      return {};
    },
  });
  return {
    SendTaskSuccess: saying('SendTaskSuccess', ['output'], (document) => ({
      kind: 'succeeded',
      result: outputOf(requiredText(document, 'output')),
    })),
    SendTaskFailure: saying('SendTaskFailure', ['error', 'cause'], (document) => {
      const { error = '' } = optional(document, 'error');
      const { cause = '' } = optional(document, 'cause');
      return { kind: 'failed', error, reason: cause };
    }),
    SendTaskHeartbeat: saying('SendTaskHeartbeat', [], () => ({ kind: 'heartbeat' })),
  };
}

function outputOf(text: string): unknown {
  if (Buffer.byteLength(text) > payloadLimitBytes) {
    throw awsError(
      'ValidationException',
      `'output' must have length less than or equal to ${payloadLimitBytes}`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw awsError('InvalidOutput', `Invalid Output: '${text}'`);
  }
}
