import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom } from '../../testing/kindFacts';

test('a Lambda function has an interface in the subnet it stands in and in each other one it names', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('subnet', 'A', {}, box('lambda-function', 'Fn', { subnets: { C: true, B: true, A: true } })),
      box('subnet', 'B'),
      box('subnet', 'C'),
    ),
  );

  expect(factsFrom(catalog, document, 'Fn')).toMatchObject([
    { subnet: 'A' },
    { subnet: 'B' },
    { subnet: 'C' },
  ]);
});

test('OT5 a Lambda function never has a public address, and uses the client ports of Lambda', () => {
  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html
  const document = drawn(
    catalog,
    box('vpc', 'Vpc', {}, box('subnet', 'Public', { mapPublicIp: true }, box('lambda-function', 'Fn'))),
  );

  expect(factsFrom(catalog, document, 'Fn')).toMatchObject([
    { publicIpv4: false, clientPorts: [1024, 65535] },
  ]);
});

test('a Lambda function drawn between subnets is in those it names', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('subnet', 'A'),
      box('subnet', 'B'),
      box('lambda-function', 'Fn', { subnets: { B: true } }),
    ),
  );

  expect(factsFrom(catalog, document, 'Fn')).toMatchObject([{ subnet: 'B' }]);
});

test('a Lambda function in no subnet at all still is an end of flows', () => {
  const document = drawn(catalog, box('vpc', 'Vpc', {}, box('lambda-function', 'Fn')));

  expect(factsFrom(catalog, document, 'Fn')).toMatchObject([{ subnet: null, workload: true }]);
});

test('a Lambda function in the Region runs in a network of Lambda’s own', () => {
  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
  const document = drawn(catalog, box('region', 'Region', {}, box('lambda-function', 'Fn')));

  expect(factsFrom(catalog, document, 'Fn')).toEqual([{ fact: 'hosted-by-aws', by: 'Fn' }]);
});

test('a Lambda function in a VPC that has no subnets yet is in no network', () => {
  const document = drawn(catalog, box('vpc', 'Vpc', {}, box('lambda-function', 'Fn')));

  expect(factsFrom(catalog, document, 'Fn')).toMatchObject([{ fact: 'interface', subnet: null }]);
});
