/** What the engine says of a design, under names that two forms of one design have in common. */
import { catalog } from '../aws';
import type { Document, Resource } from '../core/model/document';
import { compileNetwork, factsOf } from '../core/network/network';
import type { End } from '../core/network/trace';

const asked = [
  { protocol: 'tcp', port: 443 },
  { protocol: 'tcp', port: 80 },
  { protocol: 'tcp', port: 22 },
  { protocol: 'tcp', port: 5432 },
  { protocol: 'udp', port: 53 },
  { protocol: 'icmp', port: null },
] as const;

/**
 * The verdict of each flow between two ends, and of each to and from the internet and to S3. `nameOf`: what an end is called in
 * both; undefined for one that only one of the two has.
 */
export function verdictsOf(
  document: Document,
  nameOf: (resource: Resource) => string | undefined,
): Readonly<Record<string, string>> {
  const network = compileNetwork(factsOf(catalog, document));
  const ends = [...document.resources.values()].flatMap((resource): [string, End][] => {
    const name = catalog.kind(resource.kind).isEnd === true ? nameOf(resource) : undefined;
    return name === undefined ? [] : [[name, { resource: resource.id }]];
  });
  const sources: [string, End][] = [...ends, ['the internet', { internet: true }]];
  const targets: [string, End][] = [
    ...sources,
    ['service:s3', { service: 's3' }],
    ['8.8.8.8', { address: '8.8.8.8' }],
  ];
  const verdicts: Record<string, string> = {};
  for (const [from, source] of sources)
    for (const [to, target] of targets)
      if (from !== to)
        for (const { protocol, port } of asked) {
          const trace = network.trace({ from: source, to: target, protocol, port, sourcePort: null });
          const [first] = trace.blockedBy;
          verdicts[`${from} → ${to} ${protocol} ${port ?? ''}`] =
            first === undefined ? trace.verdict : `${trace.verdict}: ${first.code}`;
        }
  return Object.fromEntries(Object.entries(verdicts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The flows of which two designs say different things, with both. */
export function differences(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((flow) =>
    before[flow] === after[flow]
      ? []
      : [`${flow}: ${before[flow] ?? 'not there'} / ${after[flow] ?? 'not there'}`],
  );
}
