import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom } from '../../testing/kindFacts';

const inSubnet = (subnet: object, instance: object) =>
  drawn(catalog, box('vpc', 'Vpc', {}, box('subnet', 'Subnet', subnet, box('instance', 'Web', instance))));

test('an instance that says nothing has a public address when its subnet gives one', () => {
  const inPublic = inSubnet({ mapPublicIp: true }, {});
  const inPrivate = inSubnet({ mapPublicIp: false }, {});

  expect(factsFrom(catalog, inPublic, 'Web')).toMatchObject([{ publicIpv4: true, subnet: 'Subnet' }]);
  expect(factsFrom(catalog, inPrivate, 'Web')).toMatchObject([{ publicIpv4: false }]);
});

test('what an instance says about its public address beats its subnet', () => {
  const without = inSubnet({ mapPublicIp: true }, { publicIp: 'no' });
  const elastic = inSubnet({ mapPublicIp: false }, { publicIp: 'elastic' });

  expect(factsFrom(catalog, without, 'Web')).toMatchObject([{ publicIpv4: false }]);
  expect(factsFrom(catalog, elastic, 'Web')).toMatchObject([{ publicIpv4: true }]);
});

test('an instance has an IPv6 address when its subnet assigns one', () => {
  const document = inSubnet({ ipv6: 0, assignIpv6: true }, { ipv6: false });

  expect(factsFrom(catalog, document, 'Web')).toMatchObject([{ ipv6: true }]);
});

test('an instance uses the client ports of Linux', () => {
  // NETWORK.md NA2, https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
  expect(factsFrom(catalog, inSubnet({}, {}), 'Web')).toMatchObject([{ clientPorts: [32768, 65535] }]);
});
