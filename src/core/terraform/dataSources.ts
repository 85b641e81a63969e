/** What a module looks up: each thing once, under a name of its own. */
import { address, attributeOf, list, text, type Hcl, type HclBlock } from './hcl';

export interface DataSources {
  /** The address of the one that `key` tells from others of its type; made when first asked for. */
  of(
    type: string,
    key: string,
    entries: readonly (readonly [name: string, value: Hcl])[],
    blocks?: readonly HclBlock[],
  ): Hcl;
  /** The names of the Availability Zones of a Region; undefined for that of the provider. */
  zones(region: Hcl | undefined): Hcl;
  sources(): readonly HclBlock[];
}

/** `nameFor`: a name that no other of the type has. */
export function createDataSources(nameFor: (type: string, wanted: string) => string): DataSources {
  const made = new Map<string, HclBlock>();
  const data: DataSources = {
    of(type, key, entries, blocks = []) {
      const known = made.get(`${type} ${key}`);
      const name = known?.labels[1] ?? nameFor(type, key);
      if (known === undefined) {
        const attributes = entries.map(
          ([entry, value]) => ({ is: 'attribute', name: entry, value }) as const,
        );
        made.set(`${type} ${key}`, {
          is: 'block',
          type: 'data',
          labels: [type, name],
          body: [...attributes, ...blocks],
        });
      }
      return address(`data.${type}.${name}`);
    },
    zones(region) {
      // Zones that an account must ask for are none that CloudFormation gives.
      const filter: HclBlock = {
        is: 'block',
        type: 'filter',
        labels: [],
        body: [
          { is: 'attribute', name: 'name', value: text('opt-in-status') },
          { is: 'attribute', name: 'values', value: list([text('opt-in-not-required')]) },
        ],
      };
      const state = ['state', text('available')] as const;
      const source =
        region === undefined
          ? data.of('aws_availability_zones', 'available', [state], [filter])
          : data.of(
              'aws_availability_zones',
              `available in ${JSON.stringify(region)}`,
              [['region', region], state],
              [filter],
            );
      return attributeOf(source, 'names', 'list');
    },
    sources: () => [...made.values()],
  };
  return data;
}
