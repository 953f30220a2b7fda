/** A pattern of IAM, `*` for any text and `?` for one character, as an expression that fits the whole of a text. */
export function globExpression(pattern: string, flags = 's'): RegExp {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, flags);
}
