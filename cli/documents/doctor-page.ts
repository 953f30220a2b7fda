import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allChecks } from '../doctor/doctor.ts';

/** The file of the page. */
export const doctorPageFile = join(import.meta.dirname, '../../docs/doctor.md');

/** The page on what `permanence doctor` looks at, from the checks themselves. */
export function doctorPage(): string {
  const sections = allChecks.map(({ id, looksAt, breaks, mend, link }) =>
    [
      `## ${id}`,
      '',
      `Looks at ${looksAt}.`,
      '',
      `- Breaks: ${breaks}`,
      `- Mend: ${mend}`,
      `- AWS: <${link}>`,
      '',
    ].join('\n'),
  );
  return [introduction, permissions(), ...sections].join('\n');
}

const introduction = `# What the doctor looks at

Written from the checks in \`cli/doctor\` by \`npx tsx cli/documents/doctor-page.ts\`; a test proves that it is current.

\`npx permanence doctor\` looks at what AWS leaves to people, in both regions, and changes nothing. Without PERMANENCE_CELLS it looks at the laptop. Each
line says \`ok\`, \`FINDING\` or \`unknown\`. A finding says what it breaks, how to mend it, and where AWS writes about it. What could not be looked at is
\`unknown\`, with the reason; it is never \`ok\`. The exit code is 0 without findings, 1 with findings, and 2 when nothing was found but something could
not be looked at. \`--json\` prints the same for programs. \`--except\` leaves checks out, such as \`connect-instance@eu-west-2\` for a cell that has no
Amazon Connect on purpose.

No API of AWS says which countries an instance of Amazon Connect may call. The doctor reads what the instance has called in the last 28 days, because
a call that is not allowed makes no contact, and the refusals on the timelines of open incidents. So call each country once: \`npx permanence test-page\`.
`;

/** The policy of who runs the doctor. */
function permissions(): string {
  const actions = [...new Set(allChecks.flatMap((check) => check.actions))].sort();
  return [
    'Who runs it needs these permissions, all of which read, besides the routes of the API:',
    '',
    '```',
    ...actions,
    '```',
    '',
  ].join('\n');
}

if (process.argv[1] === join(import.meta.dirname, 'doctor-page.ts')) {
  writeFileSync(doctorPageFile, doctorPage());
  console.log(`Wrote ${doctorPageFile}`);
}
