/** The functions behind the API of a cell. */
export type ApiFunction = 'intake' | 'people' | 'screen' | 'step';

/** What lets a caller in. The gateway checks signatures of AWS; the functions check keys and links. */
export type Caller = 'anybody' | 'bearer key' | 'key in path' | 'AWS signature' | 'signed link';

export interface Route {
  /** `ANY`: every method that no other route names. */
  readonly method: 'GET' | 'HEAD' | 'POST' | 'ANY';
  /** As API Gateway names it: `/v1/incidents/{id}`. */
  readonly path: string;
  readonly servedBy: ApiFunction;
  readonly caller: Caller;
}

/**
 * Every route of a cell's API, once. The gateway's resources, the routing inside the functions, the OpenAPI document and
 * the requests of the command line are all made from this table; `operations.ts` says what each route takes and answers.
 */
export const routes = {
  sendAlarm: { method: 'POST', path: '/v1/alarms', servedBy: 'intake', caller: 'bearer key' },
  postCloudWatch: {
    ...{ method: 'POST', path: '/v1/integrations/cloudwatch/{key}' },
    ...{ servedBy: 'intake', caller: 'key in path' },
  },
  health: { method: 'GET', path: '/v1/health', servedBy: 'intake', caller: 'anybody' },

  openApi: { method: 'GET', path: '/v1/openapi.json', servedBy: 'people', caller: 'anybody' },
  listIncidents: { method: 'GET', path: '/v1/incidents', servedBy: 'people', caller: 'AWS signature' },
  showIncident: { method: 'GET', path: '/v1/incidents/{id}', servedBy: 'people', caller: 'AWS signature' },
  acknowledge: action('acknowledge'),
  decline: action('decline'),
  resolve: action('resolve'),
  reopen: action('reopen'),
  update: action('update'),
  escalate: action('escalate'),
  handOver: action('hand-over'),
  serious: action('serious'),
  assign: action('assign'),
  assess: action('assess'),
  consent: action('consent'),
  onCall: { method: 'GET', path: '/v1/on-call', servedBy: 'people', caller: 'AWS signature' },
  report: { method: 'GET', path: '/v1/report', servedBy: 'people', caller: 'AWS signature' },
  putAside: { method: 'GET', path: '/v1/put-aside', servedBy: 'people', caller: 'AWS signature' },
  // Sent by the function that sends all pages, and shown by the one that may send nothing.
  sendTestPage: { method: 'POST', path: '/v1/test-pages', servedBy: 'step', caller: 'AWS signature' },
  showTestPage: { method: 'GET', path: '/v1/test-pages/{id}', servedBy: 'people', caller: 'AWS signature' },
  boardLink: { method: 'POST', path: '/v1/board-link', servedBy: 'people', caller: 'AWS signature' },

  openLink: { method: 'GET', path: '/s/{token}', servedBy: 'screen', caller: 'signed link' },
  // Programs that check links ask this first; it is answered like GET, without a body.
  checkLink: { method: 'HEAD', path: '/s/{token}', servedBy: 'screen', caller: 'signed link' },
  pressOnLink: { method: 'POST', path: '/s/{token}', servedBy: 'screen', caller: 'signed link' },

  // A sender that uses another method sends an alarm all the same.
  otherOnAlarms: { method: 'ANY', path: '/v1/alarms', servedBy: 'intake', caller: 'bearer key' },

  // The gateway gives the same answer to an unknown route and to a missing signature, so a function answers unknown routes.
  nothingAtRoot: { method: 'ANY', path: '/', servedBy: 'intake', caller: 'anybody' },
  nothingThere: { method: 'ANY', path: '/{proxy+}', servedBy: 'intake', caller: 'anybody' },
} as const satisfies Readonly<Record<string, Route>>;

function action<A extends string>(name: A) {
  const path: `/v1/incidents/{id}/${A}` = `/v1/incidents/{id}/${name}`;
  return { method: 'POST', path, servedBy: 'people', caller: 'AWS signature' } as const;
}

export type RouteName = keyof typeof routes;

/** The routes that a function serves. */
export type RoutesOf<F extends ApiFunction> = {
  [N in RouteName]: (typeof routes)[N]['servedBy'] extends F ? N : never;
}[RouteName];

/** The routes that do something. The others answer requests that no route is meant for. */
export type OperationName = Exclude<RouteName, 'nothingAtRoot' | 'nothingThere' | 'otherOnAlarms'>;
