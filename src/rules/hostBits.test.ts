/** AWS clears the bits behind a prefix, so a block that has some is a slip and not a mistake. */
import { expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { box, sketch, type Box } from '../core/model/sketch';
import { contextOf, validate } from '../core/rules/validate';
import type { Document } from '../core/model/document';

const network = (cidr: string, ...inside: readonly Box[]): Document =>
  fromSketch(catalog, sketch(box('vpc', 'Vpc', { cidr }, ...inside)));

const found = (document: Document) =>
  validate(catalog, rules, document).findings.map(({ rule, severity }) => `${severity} ${rule}`);

test.each(['10.0.0.5/16', '10.0.1.0/16'])('%s is taken as 10.0.0.0/16, with a warning and a fix', (cidr) => {
  const document = network(cidr);

  const [finding] = validate(catalog, rules, document).findings;
  const [fix] = finding?.fixes ?? [];

  expect(finding).toMatchObject({ rule: 'cidr-invalid', severity: 'warning', field: 'cidr' });
  expect(finding?.message.en).toBe(
    `IPv4 CIDR block of Vpc: “${cidr}” has bits set behind the prefix; AWS takes it as 10.0.0.0/16`,
  );
  expect(
    fix === undefined ? undefined : contextOf(catalog, document).after(fix).resource('Vpc')?.props,
  ).toMatchObject({ cidr: '10.0.0.0/16' });
});

test.each([
  ['10.0.0.0/33', false],
  ['010.0.0.0/16', true],
  ['10.0.0/16', false],
  ['10.0.0.0', true],
  ['2001:db8::5/64', false],
])('%s is an error', (cidr, offersFix) => {
  const [finding] = validate(catalog, rules, network(cidr)).findings;

  expect(finding).toMatchObject({ rule: 'cidr-invalid', severity: 'error' });
  expect((finding?.fixes ?? []).length > 0).toBe(offersFix);
});

test('an address 0 without a prefix is taken to mean all addresses', () => {
  const group = box('security-group', 'Group', {
    inbound: { any: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0' } },
  });

  const [finding] = validate(catalog, rules, network('10.0.0.0/16', group)).findings;

  expect(finding?.rule).toBe('cidr-invalid');
  expect(finding?.fixes?.map(({ title }) => title.en)).toEqual(['Change it to 0.0.0.0/0']);
});

test('a label in Latin letters stands apart from the Japanese before it', () => {
  const [finding] = validate(catalog, rules, network('10.0.0.0/33')).findings;

  expect(finding?.message.ja).toMatch(/^Vpc の IPv4 CIDR ブロック: /);
});

test('the other rules go on with the block that AWS makes of it', () => {
  const document = network(
    '10.0.0.0/16',
    box('subnet', 'A', { cidr: '10.0.1.5/24', zone: 'ap-northeast-1a' }),
    box('subnet', 'B', { cidr: '10.0.1.0/25', zone: 'ap-northeast-1a' }),
    box('subnet', 'C', { cidr: '10.1.0.9/24', zone: 'ap-northeast-1a' }),
    box('security-group', 'Group', {
      inbound: { ssh: { protocol: 'tcp', fromPort: 22, toPort: 22, peer: '192.168.1.0/0' } },
    }),
  );

  const all = found(document);

  expect(all).toContain('error subnet-cidr-overlap');
  expect(all).toContain('error subnet-cidr-outside-vpc');
  expect(all).toContain('warning security-group-open-to-world');
  expect(all.filter((each) => each === 'warning cidr-invalid')).toHaveLength(3);
});

test('a default route with bits behind its prefix is a default route', () => {
  const document = network(
    '10.0.0.0/16',
    box('internet-gateway', 'Gateway'),
    box('subnet', 'Subnet', { cidr: '10.0.0.0/24', routeTable: 'Table' }, box('nat-gateway', 'Nat')),
    box('route-table', 'Table', { routes: { out: { destination: '10.0.0.1/0', target: 'Gateway' } } }),
  );

  expect(found(document)).not.toContain('error nat-gateway-without-internet-route');
});
