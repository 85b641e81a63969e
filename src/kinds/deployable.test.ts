/** What a kind writes, AWS takes: each is put into a small network as a person would, and its template is checked. */
import { beforeAll, expect, test } from 'vitest';
import { catalog } from '../aws';
import type { AnyKind } from '../core/catalog/catalog';
import { newResource } from '../core/catalog/newResource';
import { exportTemplate } from '../core/cfn/exportTemplate';
import { templateText } from '../core/cfn/templateText';
import type { Document, Resource } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { box } from '../core/model/sketch';
import { awsFaults, startAwsValidator } from '../testing/awsValidator';
import { drawn, proposedFor } from '../testing/kindFacts';

const kinds = [...catalog.kinds.values()].filter(({ cfn }) => cfn !== undefined);

// The validator's engine takes a second or two to start, and much longer on a busy machine.
beforeAll(startAwsValidator, 120_000);

test.each(kinds.map((kind) => ({ name: kind.kind, kind })))(
  'a new resource of kind $name makes a template that AWS takes',
  ({ kind }) => {
    const document = withNew(kind);

    const { template, problems } = exportTemplate(catalog, document);

    expect(problems).toEqual([]);
    expect(Object.values(template.Resources).map(({ Type }) => Type)).toContain(kind.cfn?.types[0]);
    expect(awsFaults(templateText(template, 'yaml').text, 'WARN')).toEqual([]);
  },
  30_000,
);

/** A network with two zones and IPv6, and a new resource in the first place where it may stand. */
function withNew(kind: AnyKind): Document {
  const network = drawn(
    catalog,
    box(
      'region',
      'region',
      {},
      box(
        'vpc',
        'vpc',
        { ipv6: true },
        box('subnet', 'subnet', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }),
        box('subnet', 'other', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
      ),
    ),
  );
  const parentId = kind.parents.find((parent) => network.resources.has(parent)) ?? null;
  // Names of the catalog's kinds are kind names.
  const fresh = newResource(catalog, {
    kind: kind.kind as KindName,
    id: 'it',
    name: 'It',
    parentId,
    order: 'Z',
  });
  const placed = { ...network, resources: new Map(network.resources).set('it', fresh) };
  const props = { ...fresh.props, ...proposedFor(catalog, placed, 'it') };
  // A kind proposes its own props.
  return { ...placed, resources: new Map(placed.resources).set('it', { ...fresh, props } as Resource) };
}
