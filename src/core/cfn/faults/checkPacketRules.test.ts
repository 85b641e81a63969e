import { describe, expect, test } from 'vitest';
import { entry, errors, group, open, read, route, traceOf } from '../../../testing/refusedRules';

test('the designs about which this is are sound', () => {
  expect(errors(open)).toEqual([]);
  expect(traceOf(open).verdict).toBe('reachable');
  const guarded = entry('RuleNumber: 100; Protocol: -1; RuleAction: allow; CidrBlock: 0.0.0.0/0');
  expect(errors(guarded)).toEqual([]);
  expect(traceOf(guarded).verdict).toBe('reachable');
  expect(errors(route('DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway'))).toEqual([]);
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html
describe('a route', () => {
  const refused: readonly (readonly [string, string, string])[] = [
    [
      "DestinationCidrBlock: '::/0', GatewayId: !Ref Gateway",
      'template-wrong-value DestinationCidrBlock',
      'DestinationCidrBlock',
    ],
    [
      'DestinationIpv6CidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway',
      'template-wrong-value DestinationIpv6CidrBlock',
      'DestinationIpv6CidrBlock',
    ],
    [
      "DestinationCidrBlock: 0.0.0.0/0, DestinationIpv6CidrBlock: '::/0', GatewayId: !Ref Gateway",
      'template-exclusive-properties DestinationIpv6CidrBlock',
      'DestinationIpv6CidrBlock',
    ],
    [
      'DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway, TransitGatewayId: tgw-0a',
      'template-exclusive-properties TransitGatewayId',
      'TransitGatewayId',
    ],
    ['DestinationCidrBlock: 0.0.0.0/0', 'route-target-gone GatewayId', 'Route:'],
    ['GatewayId: !Ref Gateway', 'template-missing-property DestinationCidrBlock', 'Route:'],
  ];

  test.each(refused)('%s is one error, where it stands', (properties, what, at) => {
    const found = errors(route(properties));

    expect(found.map((each) => each.what.replace(/gone .*/, 'gone GatewayId'))).toEqual([what]);
    if (!what.startsWith('route-target')) expect(found[0]?.at.startsWith(at)).toBe(true);
  });

  test('that AWS refuses leads nobody knows what where', () => {
    const routeOf = (properties: string): unknown => {
      const props: object = read(route(properties)).resources.get('Table')?.props ?? {};
      return 'routes' in props ? props.routes : undefined;
    };
    const unknown = { unknown: { en: expect.stringContaining('AWS refuses'), ja: expect.anything() } };

    expect(routeOf("DestinationCidrBlock: '::/0', GatewayId: !Ref Gateway")).toEqual({
      Route: { destination: unknown, target: 'Gateway' },
    });
    expect(
      routeOf('DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway, InstanceId: !Ref Client'),
    ).toEqual({ Route: { destination: '0.0.0.0/0', target: unknown } });
    expect(routeOf('GatewayId: !Ref Gateway')).toEqual({
      Route: { destination: unknown, target: 'Gateway' },
    });
  });

  test('of a table elsewhere needs a target as well', () => {
    const text = route('DestinationCidrBlock: 0.0.0.0/0').replace(
      'RouteTableId: !Ref Table, D',
      'RouteTableId: rtb-0a, D',
    );

    expect(errors(text).map(({ what }) => what)).toEqual(['template-missing-property GatewayId']);
  });
});

test('an IPv4 block where a subnet has its IPv6 block is told of as what it is', () => {
  const text = open.replace(
    'CidrBlock: 10.0.1.0/24 }',
    'CidrBlock: 10.0.1.0/24, Ipv6CidrBlock: 10.0.2.0/24 }',
  );

  expect(errors(text).map(({ what }) => what)).toEqual(['template-wrong-value Ipv6CidrBlock']);
});

test('before a macro of somebody’s own has run, a rule may be anything', () => {
  const text = `Transform: OurMacro\n${group('{ IpProtocol: tcp, Service: web }')}`;

  expect(errors(text).filter(({ what }) => what.startsWith('template-'))).toEqual([]);
});

test('of a resource that its condition leaves out, what is written out is told of', () => {
  const text = group('{ IpProtocol: all, CidrIp: !Ref Blank }')
    .replace(
      '    Type: AWS::EC2::SecurityGroup\n',
      '    Condition: Never\n    Type: AWS::EC2::SecurityGroup\n',
    )
    .replace('Conditions:\n', 'Conditions:\n  Never: !Equals [a, b]\n');

  expect(errors(text).map(({ what }) => what)).toEqual(['template-wrong-value IpProtocol']);
});
