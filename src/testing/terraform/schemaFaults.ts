/** What of a module the provider of AWS would not take: unknown names, wrong shapes, what is missing, what gives nothing. */
import type { Hcl, HclBlock, HclItem } from '../../core/terraform/hcl';
import { givesOf, partsOf } from '../../core/terraform/hcl';
import { cloudControlTypes, providerTypes, type Member } from './providerSchema';

/** The arguments and blocks that every resource has. */
const ofTheLanguage = new Set(['count', 'for_each', 'depends_on', 'lifecycle']);

const types = providerTypes();
const cloudControl = cloudControlTypes();

/** Of providers other than that of AWS it says nothing. */
export function schemaFaults(items: readonly HclItem[]): readonly string[] {
  return items.flatMap((item) => {
    if (item.is !== 'block') return [];
    const [type = '', name = ''] = item.labels;
    const at = `${type}.${name}`;
    const faults = valuesIn(item).flatMap((value) => referenceFaults(value, at));
    if ((item.type !== 'resource' && item.type !== 'data') || !type.startsWith('aws_')) return faults;
    const schema = types.get(`${item.type} ${type}`);
    return schema === undefined
      ? [...faults, `${at}: the provider has no ${item.type} ${type}`]
      : [...faults, ...bodyFaults(item.body, schema.members, at, true)];
  });
}

function bodyFaults(
  body: readonly HclItem[],
  members: ReadonlyMap<string, Member>,
  at: string,
  isWhole: boolean,
): readonly string[] {
  const faults: string[] = [];
  const said = new Map<string, number>();
  for (const item of body) {
    if (item.is === 'comment') continue;
    const isDynamic = item.is === 'block' && item.type === 'dynamic';
    const name = item.is === 'attribute' ? item.name : isDynamic ? (item.labels[0] ?? '') : item.type;
    if (isWhole && ofTheLanguage.has(name)) continue;
    const member = members.get(name);
    if (!isDynamic) said.set(name, (said.get(name) ?? 0) + 1);
    else said.set(name, Math.max(1, said.get(name) ?? 0));
    if (member === undefined || member.isGiven) {
      faults.push(`${at}: ${name} ${member === undefined ? 'is unknown' : 'cannot be said'}`);
      continue;
    }
    if (item.is === 'attribute') {
      if (!fits(item.value, member.takes))
        faults.push(`${at}: ${name} takes ${member.takes}, not ${item.value.is}`);
      continue;
    }
    if (member.takes !== 'block') {
      faults.push(`${at}: ${name} is no block`);
      continue;
    }
    const content = isDynamic
      ? item.body.find((each) => each.is === 'block' && each.type === 'content')
      : item;
    if (content?.is === 'block')
      faults.push(...bodyFaults(content.body, member.members, `${at}.${name}`, false));
  }
  for (const [name, { isRequired, isMany, takes }] of members) {
    if (isRequired && !said.has(name)) faults.push(`${at}: ${name} must be there`);
    if (!isMany && takes === 'block' && (said.get(name) ?? 0) > 1)
      faults.push(`${at}: ${name} is there more than once`);
  }
  for (const [name, count] of said)
    if (count > 1 && members.get(name)?.takes !== 'block')
      faults.push(`${at}: ${name} is said more than once`);
  return faults;
}

/** Of the provider that has objects in attributes and no blocks: names that are unknown, and values of a wrong shape. */
export function cloudControlFaults(items: readonly HclItem[]): readonly string[] {
  return items.flatMap((item) => {
    const [resource = '', name = ''] = item.is === 'block' ? item.labels : [];
    if (item.is !== 'block' || item.type !== 'resource' || !resource.startsWith('awscc_')) return [];
    const schema = cloudControl.get(`resource ${resource}`);
    if (schema === undefined) return [`the provider has no ${resource}`];
    const said = item.body.flatMap((each): [string, Hcl][] => {
      if (each.is === 'block' && !ofTheLanguage.has(each.type)) return [[each.type, { is: 'null' }]];
      return each.is === 'attribute' && !ofTheLanguage.has(each.name) ? [[each.name, each.value]] : [];
    });
    return objectFaults(said, schema.members, `${resource}.${name}`);
  });
}

function objectFaults(
  entries: readonly (readonly [Hcl | string, Hcl])[],
  members: ReadonlyMap<string, Member>,
  at: string,
): readonly string[] {
  return entries.flatMap(([key, value]) => {
    const member = typeof key === 'string' ? members.get(key) : undefined;
    const path = `${at}.${typeof key === 'string' ? key : key.is}`;
    if (member === undefined || member.isGiven)
      return [`${path} ${member === undefined ? 'is unknown' : 'cannot be said'}`];
    return valueFaults(value, member, path);
  });
}

function valueFaults(value: Hcl, member: Member, at: string): readonly string[] {
  const ways =
    value.is === 'if'
      ? [value.holds, value.otherwise]
      : value.is === 'call' && ['concat', 'jsondecode', 'jsonencode'].includes(value.name)
        ? value.given
        : undefined;
  if (ways !== undefined && member.takes === 'object')
    return ways.flatMap((way) => valueFaults(way, member, at));
  if (member.takes !== 'object')
    return fits(value, member.takes) ? [] : [`${at} takes ${member.takes}, not ${value.is}`];
  if (member.isMany && value.is === 'list')
    return value.items.flatMap((each) => valueFaults(each, { ...member, isMany: false }, at));
  if (value.is !== 'object')
    return value.is === 'list' || value.is === 'text' ? [`${at} takes no ${value.is}`] : [];
  if (member.isMany) return [`${at} takes a list`];
  return member.isKeyed
    ? value.entries.flatMap(([, each]) => valueFaults(each, { ...member, isKeyed: false }, at))
    : objectFaults(value.entries, member.members, at);
}

/** Whether a literal, or what is known of another value, is what an attribute takes. */
function fits(value: Hcl, takes: string): boolean {
  if (value.is === 'null') return true;
  if (value.is === 'if') return fits(value.holds, takes) && fits(value.otherwise, takes);
  switch (takes) {
    case 'text':
      return !['list', 'object', 'number', 'truth', 'for'].includes(value.is) && givesOf(value) !== 'list';
    case 'number':
      return (
        value.is !== 'text' &&
        value.is !== 'template' &&
        value.is !== 'truth' &&
        !['list', 'object'].includes(value.is)
      );
    case 'truth':
      return (
        value.is !== 'text' &&
        value.is !== 'template' &&
        value.is !== 'number' &&
        !['list', 'object'].includes(value.is)
      );
    case 'texts':
    case 'numbers': {
      const item = takes === 'texts' ? 'text' : 'number';
      if (value.is === 'list') return value.items.every((each) => fits(each, item));
      return value.is !== 'object' && givesOf(value) !== 'text' && givesOf(value) !== 'number';
    }
    case 'map':
      return value.is === 'object'
        ? value.entries.every(([, each]) => fits(each, 'text'))
        : value.is !== 'list';
    default:
      return takes === 'anything';
  }
}

function valuesIn(block: HclBlock): readonly Hcl[] {
  return block.body.flatMap((item) =>
    item.is === 'attribute' && item.name !== 'depends_on'
      ? [item.value]
      : item.is === 'block'
        ? valuesIn(item)
        : [],
  );
}

/** Each thing that is asked of a resource or a data source must be something that it gives. */
function referenceFaults(value: Hcl, at: string): readonly string[] {
  if (value.is === 'attribute') {
    const owner = ownerOf(value.of);
    if (owner !== undefined) {
      const member = membersOf(owner);
      return member === undefined || member.has(value.name) ? [] : [`${at}: ${owner} gives no ${value.name}`];
    }
    const inner = value.of.is === 'index' && value.of.of.is === 'attribute' ? value.of.of : undefined;
    const outer = inner === undefined ? undefined : ownerOf(inner.of);
    if (inner !== undefined && outer !== undefined) {
      const given = membersOf(outer)?.get(inner.name)?.members;
      return given === undefined || given.has(value.name)
        ? []
        : [`${at}: ${inner.name} of ${outer} gives no ${value.name}`];
    }
  }
  return partsOf(value).flatMap((part) => referenceFaults(part, at));
}

/** The address of a resource or of a data source, of which one may be asked for. */
function ownerOf(value: Hcl): string | undefined {
  const whole = value.is === 'index' ? value.of : value;
  return whole.is === 'address' && /^(?:data\.)?aws_/.test(whole.address) ? whole.address : undefined;
}

function membersOf(owner: string): ReadonlyMap<string, Member> | undefined {
  const [first = '', second = ''] = owner.split('.');
  return types.get(first === 'data' ? `data ${second}` : `resource ${first}`)?.members;
}
