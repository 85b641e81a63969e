/** Small VPCs as people draw them, with something wrong or left out here and there: for property tests. */
import fc from 'fast-check';
import { arrow, box, sketch, type Box, type Sketch } from '../core/model/sketch';

export const arbitraryDesign: fc.Arbitrary<Sketch> = fc
  .record({
    hasGateway: fc.boolean(),
    publicRoute: fc.boolean(),
    hasNat: fc.boolean(),
    privateRoute: fc.constantFrom('none' as const, 'nat' as const, 'gone' as const),
    s3: fc.constantFrom('none' as const, 'on-table' as const, 'off-table' as const),
    sqs: fc.constantFrom('none' as const, 'open' as const, 'closed' as const, 'no-private-dns' as const),
    hostnames: fc.boolean(),
    egress: fc.boolean(),
    ingress: fc.boolean(),
    acl: fc.boolean(),
    publicIp: fc.boolean(),
    to: fc.constantFrom('S3', 'Queue', 'Internet', 'Db', 'Web'),
    from: fc.constantFrom('Worker', 'Web', 'Function'),
  })
  .map((given) => {
    const https = { protocol: 'tcp' as const, fromPort: 443, toPort: 443 };
    const everything = { protocol: 'any' as const, fromPort: null, toPort: null, peer: '0.0.0.0/0' };
    const allow = { action: 'allow' as const, protocol: 'tcp' as const, block: '0.0.0.0/0' };
    const own: Box[] = [
      ...(given.hasGateway ? [box('internet-gateway', 'Igw')] : []),
      box(
        'subnet',
        'Public',
        { cidr: '10.0.0.0/24', routeTable: 'PublicTable' },
        box('instance', 'Web', { publicIp: given.publicIp ? 'yes' : 'no', securityGroups: { Group: true } }),
        ...(given.hasNat ? [box('nat-gateway', 'Nat')] : []),
      ),
      box(
        'subnet',
        'Private',
        { cidr: '10.0.1.0/24', routeTable: 'PrivateTable', networkAcl: given.acl ? 'Acl' : null },
        box('instance', 'Worker', { securityGroups: { Group: true } }),
        box('lambda-function', 'Function', { securityGroups: { Group: true } }),
        box('instance', 'Db', { securityGroups: { DbGroup: true } }),
        ...(given.sqs === 'none'
          ? []
          : [
              box('interface-endpoint', 'SqsEndpoint', {
                service: 'sqs',
                privateDns: given.sqs !== 'no-private-dns',
                securityGroups: { EndpointGroup: true },
              }),
            ]),
      ),
      box('route-table', 'PublicTable', {
        routes:
          given.publicRoute && given.hasGateway ? { a: { destination: '0.0.0.0/0', target: 'Igw' } } : {},
      }),
      box('route-table', 'PrivateTable', {
        routes:
          given.privateRoute === 'none'
            ? {}
            : {
                a: {
                  destination: '0.0.0.0/0',
                  target: given.privateRoute === 'nat' && given.hasNat ? 'Nat' : null,
                },
              },
      }),
      box('security-group', 'Group', { outbound: given.egress ? { all: everything } : {} }),
      box('security-group', 'DbGroup', { inbound: given.ingress ? { all: everything } : {} }),
      box('security-group', 'EndpointGroup', {
        inbound: given.sqs === 'closed' ? {} : { https: { ...https, peer: '10.0.0.0/16' } },
      }),
      ...(given.acl
        ? [
            box('network-acl', 'Acl', {
              inbound: { a: { number: 100, ...allow, fromPort: 443, toPort: 443 } },
              outbound: { a: { number: 100, ...allow, fromPort: 443, toPort: 443 } },
            }),
          ]
        : []),
      ...(given.s3 === 'none'
        ? []
        : [
            box('gateway-endpoint', 'S3Endpoint', {
              service: 's3',
              routeTables: given.s3 === 'on-table' ? { PrivateTable: true } : { PublicTable: true },
            }),
          ]),
    ];
    return sketch(
      box('vpc', 'Vpc', { cidr: '10.0.0.0/16', dnsHostnames: given.hostnames }, ...own),
      box('aws-service', 'S3', { service: 's3' }),
      box('aws-service', 'Queue', { service: 'sqs' }),
      box('internet', 'Internet'),
      ...(given.from === given.to ? [] : [arrow(given.from, given.to)]),
    );
  });
