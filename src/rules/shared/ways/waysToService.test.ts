import { describe, expect, test } from 'vitest';
import { catalog } from '../../../awsKinds';
import { fromSketch } from '../../../core/catalog/fromSketch';
import type { Document } from '../../../core/model/document';
import { arrow, box, sketch, type Box } from '../../../core/model/sketch';
import { documentAfter } from '../../../core/plans/plan';
import { contextOf } from '../../../core/rules/context';
import { waysToService } from './waysToService';

const design = (service: string, ...inVpc: readonly Box[]): Document =>
  fromSketch(
    catalog,
    sketch(
      box(
        'region',
        'Tokyo',
        {},
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Private', {}, box('instance', 'Web')),
          ...inVpc,
        ),
        box('aws-service', 'Service', { service }),
      ),
      arrow('Web', 'Service'),
    ),
  );

const titles = (document: Document): readonly string[] =>
  waysToService(catalog, document, 'Web→Service').map(({ title }) => title.en);

describe('the ways to a service', () => {
  test.each(['s3', 'dynamodb'])(
    '%s can be reached by a gateway endpoint, an interface endpoint and NAT',
    (service) => {
      // https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
      const found = titles(design(service));

      expect(found).toHaveLength(3);
      expect(found[0]).toContain('gateway endpoint');
      expect(found[1]).toContain('interface endpoint');
      expect(found[2]).toContain('NAT gateway in a public subnet of its own');
    },
  );

  test('another service has no gateway endpoint', () => {
    expect(titles(design('sqs'))).toEqual([
      expect.stringContaining('interface endpoint'),
      expect.stringContaining('NAT gateway'),
    ]);
  });

  test('each make the traffic arrive and its reply come back', () => {
    for (const service of ['s3', 'dynamodb', 'sqs', 'ssm']) {
      const document = design(service);
      for (const plan of waysToService(catalog, document, 'Web→Service')) {
        const after = contextOf(catalog, documentAfter({ catalog }, document, plan));
        expect(after.traces.get('Web→Service')?.verdict, plan.title.en).toBe('reachable');
      }
    }
  });

  test('go by a NAT gateway that stands there already, and add none', () => {
    const document = design(
      'sqs',
      box('internet-gateway', 'Igw'),
      box('route-table', 'PublicTable', { routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } } }),
      box('subnet', 'Public', { cidr: '10.0.1.0/24', routeTable: 'PublicTable' }, box('nat-gateway', 'Nat')),
    );

    expect(titles(document)).toContain('Lead Private to Nat');
  });

  test('are none for a flow that arrives, is gone, or leads elsewhere', () => {
    const open = fromSketch(
      catalog,
      sketch(
        box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('instance', 'Web'), box('instance', 'App'))),
        arrow('Web', 'App'),
      ),
    );

    expect(waysToService(catalog, open, 'Web→App')).toEqual([]);
    expect(waysToService(catalog, open, 'gone')).toEqual([]);
  });
});
