import * as z from 'zod/mini';
import { brokenRules } from './checks.ts';
import type { Organization, OrganizationError } from './organization.ts';
import { organizationSchema } from './schema.ts';

/** An organization that passed all checks, or its mistakes. */
export type ParsedOrganization =
  | { readonly kind: 'organization'; readonly organization: Organization }
  | { readonly kind: 'rejected'; readonly errors: readonly OrganizationError[] };

/**
 * Reads an organization from organization.yaml or its JSON.
 *
 * In the result, each id exists and each time zone is known. References are checked once the shape is right. Whether the
 * rosters have holes, `proveRoster` says.
 */
export function parseOrganization(value: unknown): ParsedOrganization {
  const shape = z.safeParse(organizationSchema, value);
  if (!shape.success) return { kind: 'rejected', errors: shapeErrors(shape.error.issues, value) };

  const organization: Organization = shape.data;
  const errors = brokenRules(organization);
  return errors.length > 0 ? { kind: 'rejected', errors } : { kind: 'organization', organization };
}

type Issue = z.core.$ZodIssue;

type Step = PropertyKey;

/** The longest piece of the file that an error message repeats. */
const maxShown = 60;

/** Says in words what the validator found, where, and what was given there. */
function shapeErrors(issues: readonly Issue[], value: unknown): readonly OrganizationError[] {
  return issues.flatMap((issue) => errorsOf(issue, [], value));
}

function errorsOf(issue: Issue, above: readonly Step[], value: unknown): readonly OrganizationError[] {
  const path = [...above, ...issue.path];
  const place = placeOf(path);

  switch (issue.code) {
    case 'invalid_union': {
      const alternative = nearestAlternative(issue.errors);
      if (alternative.length > 0) return alternative.flatMap((inner) => errorsOf(inner, path, value));
      return [{ place, message: `${issue.message}, got ${shown(valueAt(value, path))}` }];
    }
    case 'invalid_key':
      return [
        {
          place,
          message: `${issue.issues.map(({ message }) => message).join(', ')}, got ${shown(path.at(-1))}`,
        },
      ];
    case 'unrecognized_keys':
      return [{ place, message: issue.message }];
    default:
      return [{ place, message: `${issue.message}, got ${shown(valueAt(value, path))}` }];
  }
}

/** The alternative with the fewest errors is probably the intended one. */
function nearestAlternative(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  return [...alternatives].sort((a, b) => a.length - b.length).at(0) ?? [];
}

function placeOf(path: readonly Step[]): string {
  if (path.length === 0) return 'organization';
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(value: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  );
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `the keys ${cut(Object.keys(value).join(', '))}`;
  return typeof value === 'number' ? `the number ${value}` : cut(String(value));
}

function cut(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown)}...` : text;
}
