import type { Assembly, Stack } from '../../../local/template/assembly.ts';
import type { Provision, Resource, ResourceTypes } from '../../../local/template/resource.ts';
import { readTemplate } from '../../../local/template/template.ts';

/** An app of one stack, `cell`, in eu-central-1. */
export function anAssembly(template: unknown, name = 'cell'): Assembly {
  return { account: '111122223333', stacks: [aStack(template, name)] };
}

export function aStack(template: unknown, name: string): Stack {
  return {
    name,
    region: 'eu-central-1',
    template: readTemplate(template, name),
    assetPath: (s3Key) => `/assets/${s3Key}`,
  };
}

/** A type `A::Thing` that remembers its resources in the order in which they were made. */
export function things(): { readonly types: ResourceTypes; readonly made: Resource[] } {
  const made: Resource[] = [];
  const provision: Provision = (resource) => {
    made.push(resource);
    return {
      ref: `ref-of-${resource.logicalId}`,
      attributes: { Arn: `arn:aws:thing:::${resource.logicalId}` },
    };
  };
  return { types: { 'A::Thing': provision }, made };
}
