/** A text in a picture. */
export function label(x: number, y: number, name: string, words: string): string {
  return `<text class="${name}" x="${x}" y="${y}">${text(words)}</text>`;
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, name: string): string {
  return `<path class="${name}" d="M${x1} ${y1}L${x2} ${y2}"/>`;
}

/** Elements that belong together, one on each line, so that a diff of the picture is readable. */
export function group(attributes: string, content: readonly string[]): string {
  return [`<g ${attributes}>`, ...content, '</g>'].join('\n');
}

/** A text, escaped for XML. */
export function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The style of the ladder, light and dark, on a background of its own. */
export const ladderStyle = `
text{font:13px system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif;fill:#1f2328}
.title{font-size:15px;font-weight:600}
.severity{font-size:15px;font-weight:600}
.note,.tick{font-size:12px;fill:#59636e}
.tick,.at{text-anchor:middle}
.at{font-size:11px}
.ground{fill:#fff;stroke:#d1d9e0}
.grid{stroke:#eaeef2}
.round{stroke:#8c959f;stroke-dasharray:4 3}
.bar{fill:#dbe9f9}
.held{fill:#e6e0ee}
.sms{fill:#0b5cad}
.other{fill:#fff;stroke:#0b5cad;stroke-width:2.5}
.call{fill:#c2410c}
.again{opacity:.45}
@media (prefers-color-scheme:dark){
text{fill:#e6edf3}
.note,.tick{fill:#9ba6b2}
.ground{fill:#0d1117;stroke:#3d444d}
.grid{stroke:#21262d}
.round{stroke:#6e7681}
.bar{fill:#1b2f49}
.held{fill:#3a3046}
.sms{fill:#6cb6ff}
.other{fill:#0d1117;stroke:#6cb6ff}
.call{fill:#ff9d5c}
}
`;
