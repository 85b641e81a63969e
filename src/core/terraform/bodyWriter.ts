/** Writes resources and the blocks within them, by the rules of a translation. */
import type { CfnValue } from '../cfn/template';
import {
  address,
  attributeOf,
  both,
  choose,
  list,
  number,
  template,
  text,
  type Hcl,
  type HclBlock,
  type HclItem,
} from './hcl';
import type { ModuleNames, NamedResource } from './moduleNames';
import { snakeName } from './moduleNames';
import { itemsOf, readChosen, readItems, readValue } from './readValue';
import type { BodyWriter, ResourceWriter } from './translation';

/** All blocks that a resource of the template becomes, the one of its own name first. */
export function writeResource(
  resource: NamedResource,
  properties: Readonly<Record<string, CfnValue | undefined>>,
  names: ModuleNames,
  given: { readonly deletionPolicy: string | undefined; stackName(): Hcl },
): readonly HclBlock[] {
  const items: HclItem[] = [];
  const parts: HclBlock[] = [];
  const writer: ResourceWriter = {
    ...bodyWriter(items, { resource, names, parts, stackName: given.stackName }),
    deletionPolicy: given.deletionPolicy,
    ask: (key, wanted, variable) => names.ask(key, wanted, variable),
  };
  const { translation } = resource;
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    const rule = Object.hasOwn(translation.properties, name) ? translation.properties[name] : undefined;
    if (rule === undefined) writer.leaveOut(name, value);
    else rule(value, writer, name);
  }
  translation.finish?.(writer, properties);
  if (translation.isGroup === true) return parts;
  const count = countOf(resource, null, names);
  return [
    {
      is: 'block',
      ...(resource.type === 'module'
        ? { type: 'module', labels: [resource.name] }
        : { type: 'resource', labels: [resource.type, resource.name] }),
      body: [...count, ...attributesFirst(items)],
    },
    ...parts,
  ];
}

interface Context {
  readonly resource: NamedResource;
  readonly names: ModuleNames;
  readonly parts: HclBlock[];
  stackName(): Hcl;
}

function bodyWriter(items: HclItem[], context: Context): BodyWriter {
  const { resource, names, parts } = context;
  const has = (name: string): boolean => items.some((item) => item.is === 'attribute' && item.name === name);
  const writer: BodyWriter = {
    id: resource.id,
    template: names.template,
    set(name, value) {
      const at = items.findIndex((item) => item.is === 'attribute' && item.name === name);
      const item: HclItem = { is: 'attribute', name, value };
      if (at < 0) items.push(item);
      else items[at] = item;
    },
    setFirst: (name, value) => void items.unshift({ is: 'attribute', name, value }),
    attribute(name) {
      const found = items.find((item) => item.is === 'attribute' && item.name === name);
      return found?.is === 'attribute' ? found.value : undefined;
    },
    setDefault(name, value) {
      if (!has(name)) items.push({ is: 'attribute', name, value });
    },
    comment: (words) => void items.push({ is: 'comment', text: words }),
    block(type, when, write) {
      const body: HclItem[] = [];
      write(bodyWriter(body, context));
      const content = attributesFirst(body);
      items.push(
        when === null
          ? { is: 'block', type, labels: [], body: content }
          : {
              is: 'block',
              type: 'dynamic',
              labels: [type],
              body: [
                { is: 'attribute', name: 'for_each', value: choose(when, list([number(1)]), list([])) },
                { is: 'block', type: 'content', labels: [], body: content },
              ],
            },
      );
    },
    value: (value, sort) => readValue(value, names, sort),
    listOf: (values, read) => readItems(values, names, read),
    chosen: (value, read) => readChosen(value, names, read),
    itemsOf: (value) => itemsOf(value, names),
    remark: (words) => names.remark(words),
    leaveOut(property, value) {
      const what = property === '' ? 'part of it' : property;
      items.push({ is: 'comment', text: `Not carried over: ${what} ${JSON.stringify(value)}`.slice(0, 400) });
      names.remark({
        en: `${resource.id}: ${what} has no equivalent here; it stands as a comment`,
        ja: `${resource.id}: ${property === '' ? '一部の値' : property} は Terraform で表せないため、コメントとして残しています`,
      });
    },
    self: (attribute) =>
      attribute === undefined ? names.self(resource) : attributeOf(names.self(resource), attribute, 'text'),
    part(type, wanted, when, write) {
      const body: HclItem[] = [];
      const name = wanted === '' ? resource.name : names.nameFor(type, `${resource.name}_${wanted}`);
      const path = `${type}.${name}`;
      resource.parts.push(path);
      if (resource.translation.isCompleteWithParts === true) resource.completing.push(path);
      write(bodyWriter(body, context));
      parts.push({
        is: 'block',
        type: 'resource',
        labels: [type, name],
        body: [...countOf(resource, when, names), ...attributesFirst(body)],
      });
      const whole = address(path);
      return resource.condition === null && when === null ? whole : { is: 'index', of: whole, at: number(0) };
    },
    data(type, key, write, when) {
      const body: HclItem[] = [];
      write(bodyWriter(body, context));
      const count = when === undefined ? [] : countOf(resource, when, names);
      const source = names.data.of(
        type,
        key,
        [...count, ...body].flatMap((item) =>
          item.is === 'attribute' ? [[item.name, item.value] as const] : [],
        ),
        body.filter((item) => item.is === 'block'),
      );
      return count.length === 0 ? source : { is: 'index', of: source, at: number(0) };
    },
    inventedName: (longest) =>
      template([
        context.stackName(),
        text(`-${snakeName(resource.id).replaceAll('_', '-')}`.slice(0, longest - 20)),
      ]),
    at: (id, attribute) => names.at(id, attribute),
  };
  return writer;
}

function countOf(resource: NamedResource, when: Hcl | null, names: ModuleNames): readonly HclItem[] {
  const own = resource.condition === null ? null : (names.condition(resource.condition) ?? null);
  const test = both(own, when);
  return test === null ? [] : [{ is: 'attribute', name: 'count', value: choose(test, number(1), number(0)) }];
}

/** Arguments come before blocks, as the style guide wants; comments stay where they are among those. */
function attributesFirst(items: readonly HclItem[]): readonly HclItem[] {
  return [...items.filter(({ is }) => is !== 'block'), ...items.filter(({ is }) => is === 'block')];
}
