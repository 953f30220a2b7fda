/** Turns a pattern of IAM into a regular expression for a whole text: `*` is any text, `?` is one character. */
export function globExpression(pattern: string, flags = 's'): RegExp {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, flags);
}
