/** What the templates of the corpus say about traffic, asked as people ask it. */
import { expect, test } from 'vitest';
import { vpcanvas } from '../testing/commandLine';
import { templateCorpus, templatesIn } from '../testing/templateCorpus';

type Verdict = 'reachable' | 'blocked' | 'unknown';
type Asked = readonly [from: string, to: string, port: number, verdict: Verdict];

const flows: Readonly<Record<string, readonly Asked[]>> = {
  'patterns/three-tier-web.yaml': [
    ['internet', 'Balancer', 443, 'reachable'],
    ['internet', 'Balancer', 80, 'blocked'],
    ['internet', 'ServerA', 8080, 'blocked'],
    ['ServerA', 'Database', 5432, 'reachable'],
    ['ServerC', 'Database', 5432, 'reachable'],
    ['Balancer', 'Database', 5432, 'blocked'],
    ['ServerC', 'internet', 443, 'reachable'],
    ['Database', 'internet', 443, 'blocked'],
  ],
  'patterns/isolated-with-endpoints.yaml': [
    ['Server', 'internet', 443, 'blocked'],
    ['Server', 'service:s3', 443, 'reachable'],
    ['Server', 'service:ssm', 443, 'reachable'],
    ['Server', 'service:kms', 443, 'reachable'],
    ['Server', 'service:sqs', 443, 'blocked'],
  ],
  'patterns/hub-and-spoke.yaml': [
    ['BlueServer', 'internet', 443, 'reachable'],
    ['BlueServer', 'GreenServer', 443, 'blocked'],
    ['internet', 'BlueServer', 443, 'blocked'],
  ],
  'patterns/inspection-vpc.yaml': [['ShopServer', 'OfficeServer', 443, 'unknown']],
  'patterns/dual-stack-servers.yaml': [
    ['internet', 'Web', 443, 'reachable'],
    ['Web', '2001:4860:4860::8888', 443, 'reachable'],
    ['Batch', '2001:4860:4860::8888', 443, 'reachable'],
    ['Batch', '8.8.8.8', 443, 'blocked'],
    ['Modern', '2001:4860:4860::8888', 443, 'reachable'],
    ['Modern', '8.8.8.8', 443, 'blocked'],
  ],
  'patterns/bastion-and-private.json': [
    ['internet@203.0.113.9', 'BastionHost', 22, 'reachable'],
    ['internet@198.51.100.9', 'BastionHost', 22, 'blocked'],
    ['BastionHost', 'Server', 22, 'reachable'],
    ['internet@203.0.113.9', 'Server', 22, 'blocked'],
    ['Server', 'internet', 443, 'blocked'],
  ],
  'patterns/client-vpn-with-saml.yaml': [['Endpoint', 'Wiki', 443, 'blocked']],
  'patterns/vpn-with-static-routes.yaml': [
    ['Customer@192.168.10.7', 'Server', 443, 'reachable'],
    ['Customer@192.168.20.7', 'Server', 443, 'blocked'],
    ['Server', 'Customer@192.168.20.7', 443, 'reachable'],
    ['Server', 'Customer@192.168.30.7', 443, 'blocked'],
  ],
  'patterns/three-peered-vpcs.yaml': [
    ['SalesHost', 'SharedHost', 443, 'reachable'],
    ['SharedHost', 'StockHost', 443, 'reachable'],
    ['SalesHost', 'StockHost', 443, 'blocked'],
  ],
  'patterns/fargate-behind-nlb.yaml': [
    ['Balancer', 'Service', 8080, 'reachable'],
    ['Service', 'service:ecr.api', 443, 'reachable'],
    ['Service', 'service:s3', 443, 'reachable'],
    ['Service', 'service:sqs', 443, 'blocked'],
    ['Service', 'internet', 443, 'blocked'],
  ],
  'patterns/landing-zone.json': [['Proxy', 'dns:proxy.corp.example.com', 3128, 'reachable']],
  'types/everything-about-groups.yaml': [
    ['One', 'Two', 443, 'blocked'],
    ['Two', 'One', 443, 'reachable'],
    ['Two', 'One', 80, 'blocked'],
  ],
  'tools/sam-api.yaml': [
    ['ListFunction', 'internet', 443, 'blocked'],
    ['ListFunction', 'service:dynamodb', 443, 'reachable'],
    ['PutFunction', 'service:dynamodb', 443, 'reachable'],
  ],
  'tools/cdk-synth.json': [
    ['Handler886CB40B', 'internet', 443, 'reachable'],
    ['internet', 'Handler886CB40B', 443, 'blocked'],
  ],
  'tools/troposphere.json': [['Server', 'internet', 443, 'blocked']],
};

const corpus = new Map(templateCorpus().map(({ name, text }) => [name, text]));

const questions = Object.entries(flows).flatMap(([file, asked]) =>
  asked.map(([from, to, port, verdict]) => ({ file, from, to, port, verdict })),
);

test.each(questions)(
  '$file: $from to $to on $port is $verdict',
  async ({ file, from, to, port, verdict }) => {
    const { json } = await vpcanvas(`trace ${file} --from ${from} --to ${to} --port ${port} --format json`, {
      [file]: corpus.get(file) ?? '',
    });

    expect(json).toMatchObject({ verdict });
  },
);

const together: readonly (readonly [folder: string, ...asked: Asked])[] = [
  ['stacks/three-tier', 'internet', 'servers.yaml:Balancer', 80, 'reachable'],
  ['stacks/three-tier', 'internet', 'ServerA', 8080, 'blocked'],
  ['stacks/three-tier', 'ServerA', 'internet', 443, 'blocked'],
  ['stacks/spokes', 'spoke.yaml:Server', 'spoke.yaml-2:Server', 443, 'reachable'],
  ['stacks/spokes', 'spoke.yaml:Server', 'spoke.yaml-2:Server', 22, 'blocked'],
  ['stacks/deep', 'Interface', 'service:s3', 443, 'reachable'],
  ['stacks/deep', 'Interface', 'internet', 443, 'blocked'],
  ['stacks/exports', 'Server', 'Database', 5432, 'reachable'],
  ['stacks/exports', 'Server', 'Database', 3306, 'blocked'],
];

test.each(together)('the stacks of %s: %s to %s on %i is %s', async (folder, from, to, port, verdict) => {
  const files = templatesIn(folder);

  const { json } = await vpcanvas(
    `trace ${files.map(({ name }) => name).join(' ')} --from ${from} --to ${to} --port ${port} --format json`,
    Object.fromEntries(files.map(({ name, text }) => [name, text])),
  );

  expect(json).toMatchObject({ verdict });
});
