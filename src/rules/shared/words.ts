/** Putting sentences together. */
import type { CommandCall } from '../../core/commands';
import type { ResourceId, RuleProtocol } from '../../core/model/document';
import type { Plan } from '../../core/plans/plan';
import type { RuleContext } from '../../core/rules/rule';
import type { Words } from '../../lib/words';

/** What people call a resource: its name, or that of its kind when it has none. */
export function called(context: RuleContext, id: ResourceId): string {
  const resource = context.resource(id);
  if (resource === undefined) return id;
  return resource.name === '' ? context.catalog.kind(resource.kind).defaultName : resource.name;
}

/** A field of something, in Japanese, which puts a space before what is written in Latin letters. */
export function fieldOf(name: string, { ja }: Words): string {
  return `${name} の${/^[!-~]/.test(ja) ? ' ' : ''}${ja}`;
}

/** "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): Words {
  const last = names.at(-1) ?? '';
  return {
    en: names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`,
    ja: names.join('、'),
  };
}

/** The names of several resources as a list. */
export function calledAll(context: RuleContext, ids: readonly ResourceId[]): Words {
  return listed(ids.map((id) => called(context, id)));
}

/** The verb that goes with one name or with several. */
export function verb(names: { readonly length: number }, one: string, several: string): string {
  return names.length === 1 ? one : several;
}

/** A protocol as rules are spoken of. */
export function protocolName(protocol: RuleProtocol): string {
  return protocol === 'any' ? 'all traffic' : protocol === 'icmpv6' ? 'ICMPv6' : protocol.toUpperCase();
}

export function plan(en: string, ja: string, ...commands: readonly CommandCall[]): Plan {
  return { title: { en, ja }, commands };
}

/** One plan and then another one, as one. */
export function followedBy(first: Plan, second: Plan): Plan {
  const { en, ja } = second.title;
  return {
    title: {
      en: `${first.title.en}, then ${en.charAt(0).toLowerCase()}${en.slice(1)}`,
      ja: `${first.title.ja}。さらに、${ja}`,
    },
    commands: [...first.commands, ...second.commands],
  };
}
