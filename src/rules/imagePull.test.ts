/** What a Fargate task needs to pull its image, taken away one by one. */
import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { box, sketch, type Box } from '../core/model/sketch';
import { validate } from '../core/rules/validate';

/** A private subnet with a Fargate service, and what is there beside it. */
function missing(...beside: readonly Box[]): readonly string[] {
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('route-table', 'Table'),
        box('security-group', 'Group', {
          inbound: { a: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
        }),
        box(
          'subnet',
          'Private',
          { routeTable: 'Table' },
          box('ecs-service', 'Api', { securityGroups: { Group: true } }),
          ...beside.filter((each) => each.box === 'interface-endpoint'),
        ),
        ...beside.filter((each) => each.box !== 'interface-endpoint'),
      ),
    ),
  );
  return validate(catalog, rules, document)
    .findings.filter(({ rule }) => rule === 'image-pull-endpoints-missing')
    .map(({ message }) => message.en);
}

const endpoint = (service: string): Box =>
  box('interface-endpoint', service, { service, securityGroups: { Group: true } });
const s3 = box('gateway-endpoint', 'S3', { service: 's3', routeTables: { Table: true } });

// https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
describe('OT6 a Fargate task in a subnet without a way out', () => {
  test('pulls its image over ecr.api, ecr.dkr and S3', () => {
    expect(missing(endpoint('ecr.api'), endpoint('ecr.dkr'), s3)).toEqual([]);
  });

  test.each([
    ['ecr.api', [endpoint('ecr.dkr'), s3]],
    ['ecr.dkr', [endpoint('ecr.api'), s3]],
    ['S3', [endpoint('ecr.api'), endpoint('ecr.dkr')]],
  ])('is told that %s is missing', (service, beside) => {
    expect(missing(...beside)).toEqual([expect.stringContaining(service)]);
  });
});
