/** The address of a cell's API. */
export interface Cell {
  /** Without a slash at its end. */
  readonly url: string;
  /** For the signature. */
  readonly region: string;
}

export type FoundCells =
  | { readonly kind: 'found'; readonly cells: readonly Cell[] }
  | { readonly kind: 'misused'; readonly message: string };

/** The port of `npm start`, unless it is told another one. */
export const laptopUrl = 'http://127.0.0.1:4600';

/** The regions of a laptop's cells, the first and the second. */
export const laptopRegions: readonly string[] = ['eu-central-1', 'eu-west-2'];

/** The cells of a laptop, as `PERMANENCE_CELLS` names them. */
export function laptopCells(url: string): string {
  return laptopRegions.map((region) => `${url}/${region}`).join();
}

/**
 * The cells to ask, in order: both, or the one that `--cell` names. They are the laptop's, unless `PERMANENCE_CELLS` has the
 * addresses of two others, with a comma between them.
 */
export function cellsFrom(
  named: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): FoundCells {
  const given = environment['PERMANENCE_CELLS'];
  const urls = (given === undefined || given === '' ? laptopCells(laptopUrl) : given)
    .split(',')
    .map((url) => url.trim());
  const wanted = named === undefined ? urls : [named === 'a' ? urls[0] : named === 'b' ? urls[1] : named];
  const cells = wanted.map((url) => (url === undefined ? undefined : cellAt(url, environment)));
  const wrong = cells.indexOf(undefined);
  if (wrong === -1) return { kind: 'found', cells: cells.filter((cell) => cell !== undefined) };
  const what = wanted[wrong] ?? `${named}, and PERMANENCE_CELLS names ${urls.length}`;
  return {
    kind: 'misused',
    message: `a cell is a, b or an address such as https://abc.execute-api.eu-central-1.amazonaws.com/live, got ${what}`,
  };
}

/** The region is in the address; on the laptop, in its path. Otherwise the region of AWS's own tools is used. */
function cellAt(text: string, environment: Readonly<Record<string, string | undefined>>): Cell | undefined {
  if (!URL.canParse(text) || !/^https?:/.test(text)) return undefined;
  const url = text.replace(/\/+$/, '');
  const [, ofAddress] = /\.execute-api\.([a-z0-9-]+)\.amazonaws\./.exec(url) ?? [];
  const [, ofPath] = /\/([a-z]{2}(?:-[a-z]+)+-\d)$/.exec(url) ?? [];
  const region = ofAddress ?? ofPath ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'];
  return region === undefined ? undefined : { url, region };
}

/** Whether a cell is the local cloud's. */
export function isOnThisMachine({ url }: Cell): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}
