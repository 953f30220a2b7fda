/** dynalite's parsers of expressions, as far as the table in memory uses them. */
declare module 'dynalite/db/*Parser.js' {
  const parser: {
    parse(expression: string, options: { readonly context: unknown }): { readonly expression: unknown };
  };
  export default parser;
}
