import type { Permission } from '../../kernel/service.ts';
import type { Document } from '../wire/json-protocol.ts';

/**
 * The permissions that a call to DynamoDB needs. An index is a resource of its own. A transaction needs what its
 * members need.
 */
export function dynamoDbPermissions(
  operation: string,
  request: Document,
  region: string,
  account: string,
): readonly Permission[] {
  const resource = (name: string) => `arn:aws:dynamodb:${region}:${account}:table/${name}`;
  if (operation.startsWith('Transact')) {
    return membersOf(request).map(({ kind, table }) => ({
      action: `dynamodb:${transactionActions[kind] ?? kind}`,
      resource: resource(table),
    }));
  }
  const index = request['IndexName'];
  const suffix = typeof index === 'string' ? `/index/${index}` : '';
  return tableNamesOf(request).map((name) => ({
    action: `dynamodb:${operation}`,
    resource: resource(name) + suffix,
  }));
}

/** The tables that a request names, for any operation. */
export function tableNamesOf(request: Document): readonly string[] {
  if (typeof request['TableName'] === 'string') return [request['TableName']];
  if (request['RequestItems'] !== undefined) return Object.keys(request['RequestItems'] as Document);
  return membersOf(request).map(({ table }) => table);
}

const transactionActions: Readonly<Record<string, string>> = {
  ConditionCheck: 'ConditionCheckItem',
  Delete: 'DeleteItem',
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
};

function membersOf(request: Document): readonly { readonly kind: string; readonly table: string }[] {
  const members = (request['TransactItems'] ?? []) as readonly Record<string, Document>[];
  return members.flatMap((member) =>
    Object.entries(member).map(([kind, { TableName }]) => ({ kind, table: String(TableName) })),
  );
}
