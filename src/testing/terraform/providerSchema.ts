/** What providers take and give, from the tables that `extractSchema.ts` and `extractCloudControlSchema.ts` make. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface ProviderType {
  readonly members: ReadonlyMap<string, Member>;
}

export interface Member {
  /** `text`, `number`, `truth`, `texts`, `numbers`, `map`, `anything`; `block` and `object` have members. */
  readonly takes: string;
  readonly isMany: boolean;
  /** An object by keys of people's own. */
  readonly isKeyed: boolean;
  readonly isRequired: boolean;
  /** It is given and cannot be said. */
  readonly isGiven: boolean;
  readonly members: ReadonlyMap<string, Member>;
}

interface Open extends Member {
  readonly members: Map<string, Member>;
}

/** By `resource aws_vpc` or `data aws_region`. */
export function providerTypes(): ReadonlyMap<string, ProviderType> {
  return typesIn('providerSchema.txt');
}

/** By `resource awscc_ec2_vpc`, of the provider that has the types of CloudFormation. */
export function cloudControlTypes(): ReadonlyMap<string, ProviderType> {
  return typesIn('cloudControlSchema.txt');
}

function typesIn(table: string): ReadonlyMap<string, ProviderType> {
  const text = readFileSync(fileURLToPath(new URL(table, import.meta.url)), 'utf8');
  const types = new Map<string, ProviderType>();
  let open: Open[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const depth = line.length - line.trimStart().length;
    const [name = '', takes = '', ...marks] = line.trim().split(' ');
    const member: Open = {
      takes,
      isMany: marks.includes('many'),
      isKeyed: marks.includes('keyed'),
      isRequired: marks.includes('required'),
      isGiven: marks.includes('given'),
      members: new Map(),
    };
    if (depth === 0) types.set(line, member);
    else open[depth - 1]?.members.set(name, member);
    open = [...open.slice(0, depth), member];
  }
  return types;
}
