/** Tasks that an address can name: with more, it would be longer than API Gateway takes. Source: API Gateway quotas, headers. */
export const maxNamed = 100;

/**
 * An address of the same link, relative to it: so a screen need not know where it is. `task`: the screen of these tasks;
 * `pressed`: the board, with what came of them.
 */
export function addressOf(what: 'task' | 'pressed', names: readonly string[], isSecond = false): string {
  const named = names.slice(0, maxNamed).map((name) => [what, name]);
  return `?${new URLSearchParams([...named, ...(isSecond ? [['second', '1']] : [])])}`;
}
