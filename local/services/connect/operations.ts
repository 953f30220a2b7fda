/** One operation of the API. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  /** The path. It may contain members: `{InstanceId}`. */
  readonly path: string;
  readonly members: readonly string[];
}

/** The operations that are known here. */
export const operations: readonly Operation[] = [
  {
    name: 'StartOutboundVoiceContact',
    method: 'PUT',
    path: '/contact/outbound-voice',
    members: [
      'Attributes',
      'ClientToken',
      'ContactFlowId',
      'Description',
      'DestinationPhoneNumber',
      'InstanceId',
      'Name',
      'RingTimeoutInSeconds',
      'SourcePhoneNumber',
      'TrafficType',
    ],
  },
  {
    name: 'StartTaskContact',
    method: 'PUT',
    path: '/contact/task',
    members: [
      'Attributes',
      'ClientToken',
      'ContactFlowId',
      'Description',
      'InstanceId',
      'Name',
      'QuickConnectId',
      'References',
      'TaskTemplateId',
    ],
  },
  {
    name: 'DescribeContact',
    method: 'GET',
    path: '/contacts/{InstanceId}/{ContactId}',
    members: ['ContactId', 'InstanceId'],
  },
  {
    name: 'StopContact',
    method: 'POST',
    path: '/contact/stop',
    members: ['ContactId', 'InstanceId'],
  },
  {
    name: 'UpdateContactAttributes',
    method: 'POST',
    path: '/contact/attributes',
    members: ['Attributes', 'InitialContactId', 'InstanceId'],
  },
  ...(
    [
      ['DescribeInstance', 'GET', '/instance/{InstanceId}', []],
      ['UpdateInstanceAttribute', 'POST', '/instance/{InstanceId}/attribute/{AttributeType}', ['Value']],
      ['ListPhoneNumbersV2', 'POST', '/phone-number/list', ['InstanceId', 'MaxResults']],
      ['DescribeContactFlow', 'GET', '/contact-flows/{InstanceId}/{ContactFlowId}', []],
      [
        ...['UpdateContactFlowMetadata', 'POST', '/contact-flows/{InstanceId}/{ContactFlowId}/metadata'],
        ['ContactFlowState'],
      ],
      ['DescribeQueue', 'GET', '/queues/{InstanceId}/{QueueId}', []],
      ['UpdateQueueStatus', 'POST', '/queues/{InstanceId}/{QueueId}/status', ['Status']],
      ['SearchRoutingProfiles', 'POST', '/search-routing-profiles', ['InstanceId', 'MaxResults']],
      [
        ...['SearchContacts', 'POST', '/search-contacts'],
        ['InstanceId', 'MaxResults', 'SearchCriteria', 'Sort', 'TimeRange'],
      ],
    ] as const
  ).map(([name, method, path, members]) => ({ name, method, path, members: [...members, ...namesIn(path)] })),
];

/** The members that a path contains. */
function namesIn(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
