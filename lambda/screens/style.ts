/** How the screens look: plain, large enough for a phone at night, and no colour that alone says something. */
export const style = `
:root { color-scheme: light dark; --line: #8886; --late: #c3262f; --mark: #0b62c4; }
@media (prefers-color-scheme: dark) { :root { --late: #ff7b80; --mark: #7db5ff; } }
* { box-sizing: border-box; }
body { font: 1rem/1.45 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 60rem; }
h1 { font-size: 1.35rem; margin: 0 0 .5rem; }
h2 { font-size: 1.05rem; margin: 0 0 .3rem; }
h3 { font-size: .95rem; margin: 1rem 0 .2rem; }
p, ul, ol { margin: .2rem 0; }
a { color: var(--mark); }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: end; justify-content: space-between; margin-bottom: 1rem; }
article, .notice { border: 1px solid var(--line); border-left-width: .4rem; border-radius: .4rem; padding: .7rem .9rem; margin: 0 0 .8rem; }
article.late { border-left-color: var(--late); }
b.late, .serious, .stale { color: var(--late); font-weight: 600; }
.notice { border-left-color: var(--mark); }
.state, .ended { font-weight: 600; }
.clock, .has { display: inline-block; margin-right: 1rem; }
.numbers { padding-left: 1.2rem; }
.history { list-style: none; padding: 0; font-size: .92rem; }
.history time { font-variant-numeric: tabular-nums; margin-right: .4rem; }
.read { border-left: .2rem solid var(--mark); padding-left: .7rem; font-size: 1.1rem; }
label { display: block; margin: .5rem 0; }
input, textarea { font: inherit; display: block; width: 100%; max-width: 30rem; padding: .4rem; }
.presses { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .7rem; }
button { font: inherit; padding: .55rem .9rem; border: 1px solid var(--line); border-radius: .4rem; cursor: pointer; }
button.confirmed, button.done, button.granted { border-color: var(--mark); font-weight: 600; }
`;
