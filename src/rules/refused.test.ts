/** What a finding says AWS would not create carries no traffic, and a trace blames what the finding names. */
import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { compileNetwork, factsOf } from '../core/network/network';
import { contextOf, findingsOf } from '../core/rules/validate';
import { flow, instance, subnet, unknown } from '../testing/facts';

describe('a trace and a finding blame the same', () => {
  test.each([
    'cidr-invalid',
    'vpc-cidr-size',
    'vpc-cidr-reserved-range',
    'subnet-cidr-outside-vpc',
    'subnet-cidr-overlap',
    'subnet-cidr-size',
    'subnet-ipv6-number-twice',
    'subnet-ipv6-without-vpc-ipv6',
    'private-ip-not-in-subnet',
    'private-ip-taken',
    'ipv6-address-without-subnet-ipv6',
    'nat-gateway-without-elastic-ip',
    'application-load-balancer-one-zone',
    'load-balancer-two-subnets-same-zone',
  ])('%s', (id) => {
    const rule = rules.get(id);
    const compared = (rule?.examples.bad ?? []).flatMap((example) => {
      const document = fromSketch(catalog, example);
      return findingsOf(rule ?? fail(id), contextOf(catalog, document)).flatMap((finding) => {
        if (finding.severity !== 'error') return [];
        const [blamed] = finding.on;
        const resource = document.resources.get(blamed);
        // Somebody in what is refused, who says something.
        const isVpc = resource !== undefined && isKind(resource, 'vpc');
        const isSubnet = resource !== undefined && isKind(resource, 'subnet');
        const facts = [
          ...factsOf(catalog, document),
          ...(isVpc ? [subnet('Somewhere', blamed, '', { block: unknown })] : []),
          instance('Somebody', isVpc ? 'Somewhere' : blamed),
        ];
        const from = isVpc || isSubnet ? 'Somebody' : blamed;
        const [block] = compileNetwork(facts).trace(flow(from, 'internet')).blockedBy;
        return [
          {
            trace: [block?.code, block?.resource, block?.field],
            finding: ['cannot-be-created', blamed, finding.field],
          },
        ];
      });
    });

    expect(compared.length).toBeGreaterThan(0);
    for (const { trace, finding } of compared) expect(trace).toEqual(finding);
  });
});

test('mere warnings keep nothing from being created', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Docker',
        { cidr: '172.17.0.9/16' },
        box('subnet', 'Subnet', { cidr: '172.17.1.9/24' }, box('instance', 'One'), box('instance', 'Two')),
      ),
    ),
  );
  const idOf = (name: string) =>
    [...document.resources.values()].find((each) => each.name === name)?.id ?? '';

  const trace = compileNetwork(factsOf(catalog, document)).trace(flow(idOf('One'), idOf('Two')));

  expect(trace.verdict).toBe('reachable');
});

test('a secondary block that AWS does not add is blamed by its row', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        {
          cidr: '10.0.0.0/20',
          secondaryCidrs: { fine: { cidr: '10.1.0.0/16' }, wide: { cidr: '10.0.0.0/16' } },
        },
        box('subnet', 'Subnet', { cidr: '10.0.99.0/24' }, box('instance', 'One'), box('instance', 'Two')),
      ),
    ),
  );
  const idOf = (name: string) =>
    [...document.resources.values()].find((each) => each.name === name)?.id ?? '';

  const trace = compileNetwork(factsOf(catalog, document)).trace(flow(idOf('One'), idOf('Two')));

  expect(trace.blockedBy[0]).toMatchObject({
    resource: idOf('Vpc'),
    field: 'secondaryCidrs',
    rowKey: 'wide',
    code: 'cannot-be-created',
  });
});

function fail(id: string): never {
  throw new Error(`there is no rule ${id}`);
}
