/**
 * Makes `cloudControlSchema.txt`: what the provider hashicorp/awscc takes and gives for the types whose schema we have. It reads
 * the pages that HashiCorp generates from the provider's own schema:
 *
 *   git clone --depth 1 https://github.com/hashicorp/terraform-provider-awscc
 *   node src/testing/run.js src/testing/terraform/extractCloudControlSchema.ts terraform-provider-awscc
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mayGoToCloudControl } from '../../awsTerraform';
import { schemaOf, typesOfNetworks, type ValueSchema } from '../../core/cfn/schema/schema';
import { attributeName, cloudControlType, nameInType } from '../../core/terraform/cloudControlNames';

const target = 'src/testing/terraform/cloudControlSchema.txt';

export function main([folder]: readonly string[]): number {
  if (folder === undefined) throw new Error('expected the folder of the repository');
  const version = readFileSync(join(folder, 'version', 'VERSION'), 'utf8').trim();
  const lines = [...typesOfNetworks()].sort().flatMap((type) => {
    const resource = cloudControlType(type) ?? '';
    const page = join(folder, 'docs', 'resources', `${resource.replace(/^awscc_/, '')}.md`);
    if (!existsSync(page)) return [];
    const isWritten = mayGoToCloudControl(type);
    return [
      `resource ${resource}`,
      ...(isWritten ? linesOf(attributesIn(readFileSync(page, 'utf8')), depthOf(type)) : []),
    ];
  });
  writeFileSync(
    target,
    [
      `# hashicorp/awscc ${version}. Made by src/testing/terraform/extractCloudControlSchema.ts, which says how.`,
      '# Each line: the name, what it takes or gives, and whether it must be there. What objects have stands below them.',
      '# Of types that are written for the other provider in any case, only the name is kept.',
      ...lines,
      '',
    ].join('\n'),
  );
  return 0;
}

interface Attribute {
  readonly path: readonly string[];
  readonly kind: string;
  readonly section: string;
}

/** Pages list the attributes of the resource, and below them those of each object under its path. */
function attributesIn(page: string): readonly Attribute[] {
  const [, schema = ''] = page.split('\n## Schema\n');
  const [body = ''] = schema.split('\n## Import\n');
  const found: Attribute[] = [];
  let path: readonly string[] = [];
  let section = '';
  for (const line of body.split('\n')) {
    const [, nested] = /^### Nested Schema for `([^`]+)`/.exec(line) ?? [];
    if (nested !== undefined) path = nested.split('.');
    section = /^(?:### )?(Required|Optional|Read-Only)/.exec(line)?.[1] ?? section;
    const [, name, kind = ''] = /^- `([^`]+)` \(([^)]+)\)/.exec(line) ?? [];
    if (name !== undefined) found.push({ path: [...path, name], kind, section });
  }
  return found;
}

/** How deep the schema that we have goes, below each attribute: what it does not tell nobody asks for. */
function depthOf(type: string): (path: readonly string[]) => boolean {
  const schema = schemaOf(type);
  const short = type.slice(type.lastIndexOf(':') + 1);
  const isKnown = (takes: ValueSchema, [name, ...rest]: readonly string[]): boolean => {
    if (name === undefined) return true;
    if (takes.is === 'list' || takes.is === 'map') return isKnown(takes.of, [name, ...rest]);
    if (takes.is !== 'object') return false;
    return [...takes.schema().properties].some(
      ([key, each]) => attributeName(key) === name && isKnown(each.takes, rest),
    );
  };
  return ([first = '', ...rest]) => {
    const property = [...(schema?.properties ?? [])].find(([key]) => nameInType(key, short) === first);
    return rest.length === 0 || property === undefined || isKnown(property[1].takes, rest);
  };
}

function linesOf(
  attributes: readonly Attribute[],
  isWanted: (path: readonly string[]) => boolean,
  above: readonly string[] = [],
): readonly string[] {
  return attributes.flatMap((attribute) => {
    const { path, kind, section } = attribute;
    const isHere = path.length === above.length + 1 && above.every((name, index) => path[index] === name);
    if (!isHere || !isWanted(path)) return [];
    const marks = { Required: ' required', 'Read-Only': ' given' }[section] ?? '';
    return [
      `${' '.repeat(path.length)}${path.at(-1) ?? ''} ${sorts[kind] ?? 'anything'}${marks}`,
      ...linesOf(attributes, isWanted, path),
    ];
  });
}

const sorts: Readonly<Record<string, string>> = {
  Attributes: 'object one',
  'Attributes List': 'object many',
  'Attributes Map': 'object keyed',
  'Attributes Set': 'object many',
  Boolean: 'truth',
  'List of Number': 'numbers',
  'List of String': 'texts',
  'Map of String': 'map',
  Number: 'number',
  'Set of Number': 'numbers',
  'Set of String': 'texts',
  String: 'text',
};
