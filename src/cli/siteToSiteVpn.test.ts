/** On-premises ends on the command line, over the templates of `examples`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { vpcanvas } from '../testing/commandLine';

const templates = ['site-to-site-vpn.yaml', 'site-to-site-vpn-transit.yaml'] as const;
const files = Object.fromEntries(
  templates.map((name) => [name, readFileSync(`examples/templates/${name}`, 'utf8')]),
);
const traced = async (file: (typeof templates)[number], from: string, to: string) => {
  const { json, status } = await vpcanvas(`trace ${file} --from ${from} --to ${to} --format json`, files);
  return {
    ...(json as { verdict: string; blockedBy: { resource: string; analyzerCode: string }[] }),
    status,
  };
};

test.each([
  ['Office@192.168.7.7', 'App', 'reachable', 0],
  ['OfficeVpn@192.168.7.7', 'App', 'reachable', 0],
  ['192.168.7.7', 'App', 'reachable', 0],
  ['App', 'Office', 'reachable', 0],
  ['App', '172.20.1.1', 'reachable', 0],
  ['DataCenter', 'App', 'unknown', 3],
  ['App', 'DataCenter@10.77.0.1', 'unknown', 3],
  // Only the office’s own network may come in.
  ['DataCenter@10.77.0.1', 'App', 'blocked', 1],
])('at a virtual private gateway %s → %s is %s', async (from, to, verdict, status) => {
  expect(await traced('site-to-site-vpn.yaml', from, to)).toMatchObject({ verdict, status });
});

test('VG1 what is not in the VPC is not reached over its VPN', async () => {
  const { blockedBy } = await traced('site-to-site-vpn.yaml', 'Office', 'service:s3');

  expect(blockedBy[0]).toMatchObject({
    resource: 'VpnGateway',
    analyzerCode: 'VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
  });
});

test.each([
  ['TokyoOffice@192.168.0.5', 'App', 'unknown'],
  ['App', 'OsakaVpn@192.168.1.5', 'unknown'],
  // The tunnels to Tokyo are negotiated for another block.
  ['TokyoOffice@192.168.9.5', 'App', 'blocked'],
  ['App', 'OsakaOffice@10.99.0.1', 'blocked'],
])('at a transit gateway %s → %s is %s', async (from, to, verdict) => {
  expect((await traced('site-to-site-vpn-transit.yaml', from, to)).verdict).toBe(verdict);
});

test.each(templates)('%s draws no finding', async (file) => {
  const { json } = await vpcanvas(`check ${file} --format json`, files);

  expect(json).toMatchObject({ findings: [], summary: { error: 0, warning: 0, advice: 0 } });
});

test.each(['Office', 'OfficeVpn', 'Office@192.168.7.7', '192.168.7.7'])(
  'propagation is proposed where the reply to %s finds no way',
  async (from) => {
    const template = files['site-to-site-vpn.yaml']?.replace(
      'RouteTableIds: [!Ref AppRoutes, !Ref DbRoutes]',
      'RouteTableIds: [!Ref DbRoutes]',
    );
    const { json } = await vpcanvas(`trace net.yaml --from ${from} --to App --port 443 --format json`, {
      'net.yaml': (template ?? '').replace(
        'DestinationCidrBlock: 172.20.0.0/16',
        'DestinationCidrBlock: 192.168.0.0/17',
      ),
    });

    expect(json).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'AppRoutes', code: 'no-route', direction: 'return' }],
      fixes: [{ title: 'Let site gateway propagate its routes to AppRoutes', blocks: [0] }],
    });
  },
);
