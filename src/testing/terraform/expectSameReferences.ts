/** The configuration has the references of the template, each one to what was made of the resource that is meant. */
import { expect } from 'vitest';
import type { CfnTemplate, CfnValue } from '../../core/cfn/template';
import { writtenOutTemplate } from '../provenTemplates';
import { withoutLeftOut } from './leftOut';
import { addressesIn } from './parsedConfiguration';
import { referencesIn, unresolved, type ProvenConfiguration } from './provenConfiguration';
import { standsFor } from './standsFor';

export function expectSameReferences(written: CfnTemplate, proven: ProvenConfiguration): void {
  const template = writtenOutTemplate(written);
  expect(unresolved(proven)).toEqual([]);
  expect(referencesOf(proven, template)).toEqual(wantedReferences(template, proven));
}

type Graph = Readonly<Record<string, readonly string[]>>;

function referencesOf(proven: ProvenConfiguration, template: CfnTemplate): Graph {
  const sources = new Map(proven.parsed.blocks.map((block) => [block.address, block]));
  return graph(template, proven, (id) => {
    const direct = proven.blocksOf(id).flatMap(({ body }) => [...addressesIn(body)]);
    // What is looked up for a resource may refer to others.
    const through = direct.flatMap((address) => [
      ...addressesIn(sources.get(address)?.isData === true ? (sources.get(address)?.body ?? {}) : {}),
    ]);
    return [...direct, ...through].flatMap((address) => idOf(address, proven) ?? []);
  });
}

/** The resource that an address is of, or for which a variable stands. */
function idOf(address: string, { idOf: known, parsed }: ProvenConfiguration): string | undefined {
  return known(address) ?? standsFor(parsed, address.replace(/^var\./, ''))?.id;
}

function wantedReferences(template: CfnTemplate, proven: ProvenConfiguration): Graph {
  return graph(template, proven, (id) => {
    const { Type: type = '', Properties: properties, DependsOn: before } = template.Resources[id] ?? {};
    return [
      ...[...referencesIn(withoutLeftOut(properties as CfnValue, type))].flatMap((each) =>
        owners(template, each),
      ),
      ...namedZone(template, id),
      ...[before ?? []].flat(),
    ];
  });
}

function graph(
  template: CfnTemplate,
  { module }: ProvenConfiguration,
  of: (id: string) => readonly string[],
): Graph {
  return Object.fromEntries(
    [...module.addresses.keys()].map((id) => [
      id,
      [...new Set(of(id))].filter((each) => each !== id && Object.hasOwn(template.Resources, each)).sort(),
    ]),
  );
}

/** The IPv6 blocks of a VPC are those of the associations that the template makes. */
function owners(
  template: CfnTemplate,
  { id, attribute }: { readonly id: string; readonly attribute: string },
): readonly string[] {
  if (attribute !== 'Ipv6CidrBlocks' || template.Resources[id]?.Type !== 'AWS::EC2::VPC') return [id];
  const blocks = Object.entries(template.Resources).filter(
    ([, { Type: type, Properties: properties = {} }]) =>
      type === 'AWS::EC2::VPCCidrBlock' &&
      [...referencesIn(properties['VpcId'])].some((each) => each.id === id) &&
      properties['CidrBlock'] === undefined,
  );
  return blocks.length === 0 ? [id] : blocks.map(([each]) => each).slice(0, 1);
}

/** A record may say by its name alone which zone it belongs to. */
export function namedZone(template: CfnTemplate, id: string): readonly string[] {
  const { HostedZoneName: name } = template.Resources[id]?.Properties ?? {};
  if (typeof name !== 'string') return [];
  return Object.entries(template.Resources)
    .filter(
      ([, { Type: type, Properties: { Name: own } = {} }]) =>
        type === 'AWS::Route53::HostedZone' && own === name.replace(/\.$/, ''),
    )
    .map(([each]) => each);
}
