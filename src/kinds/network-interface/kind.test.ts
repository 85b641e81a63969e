import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom } from '../../testing/kindFacts';

const inSubnet = (subnet: object, ...own: readonly object[]) =>
  drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box(
        'subnet',
        'Subnet',
        subnet,
        box('instance', 'Web'),
        ...own.map((props, index) => box('network-interface', `Eni${index}`, props)),
      ),
    ),
  );

test('a subnet gives public addresses to instances that start in it, not to interfaces made in it', () => {
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
  const document = inSubnet({ mapPublicIp: true }, {}, { elasticIp: true });

  expect(factsFrom(catalog, document, 'Eni0')).toMatchObject([{ publicIpv4: false }]);
  expect(factsFrom(catalog, document, 'Eni1')).toMatchObject([{ publicIpv4: true }]);
});

test('an interface has an IPv6 address when its subnet assigns one', () => {
  const document = inSubnet({ ipv6: 0, assignIpv6: true }, {});

  expect(factsFrom(catalog, document, 'Eni0')).toMatchObject([{ ipv6: true }]);
});

test('an interface is attached when it says to what, even where nobody knows what that is', () => {
  const unknown = { unknown: { en: 'a parameter', ja: 'パラメータ' } };
  const document = inSubnet({}, {}, { attachedTo: 'Web' }, { attachedTo: unknown });

  expect(factsFrom(catalog, document, 'Eni0')).toMatchObject([{ attached: false }]);
  expect(factsFrom(catalog, document, 'Eni1')).toMatchObject([{ attached: true }]);
  expect(factsFrom(catalog, document, 'Eni2')).toMatchObject([{ attached: true }]);
});

test('an instance that starts with several interfaces gets no public address by itself', () => {
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
  const later = inSubnet({ mapPublicIp: true }, { attachedTo: 'Web', atLaunch: false });
  const atLaunch = inSubnet({ mapPublicIp: true }, { attachedTo: 'Web', atLaunch: true });

  expect(factsFrom(catalog, later, 'Web')).toMatchObject([{ publicIpv4: true }]);
  expect(factsFrom(catalog, atLaunch, 'Web')).toMatchObject([{ publicIpv4: false }]);
});

test('an instance whose primary interface is a resource of its own gets no public address by itself', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box(
        'subnet',
        'Subnet',
        { mapPublicIp: true },
        box('instance', 'Plain', { separateInterface: true }),
        box('instance', 'Elastic', { separateInterface: true, publicIp: 'elastic' }),
      ),
    ),
  );

  expect(factsFrom(catalog, document, 'Plain')).toMatchObject([{ publicIpv4: false }]);
  expect(factsFrom(catalog, document, 'Elastic')).toMatchObject([{ publicIpv4: true }]);
});
