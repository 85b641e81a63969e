import { expect, test } from 'vitest';
import { nameParts } from './nameParts';

test.each([
  ['DynamoDBEndpoint', ['DynamoDB', 'Endpoint']],
  ['DocumentDB', ['DocumentDB']],
  ['InternetGateway', ['Internet', 'Gateway']],
  ['VPCEndpoint', ['VPC', 'Endpoint']],
  ['S3Endpoint', ['S3', 'Endpoint']],
  ['PublicSubnetA', ['Public', 'Subnet', 'A']],
  ['web-server_2.internal', ['web-', 'server_', '2.', 'internal']],
  ['Web server', ['Web server']],
  ['踏み台EC2', ['踏み台EC2']],
  ['', ['']],
])('%s breaks where a word begins', (name, parts) => {
  expect(nameParts(name)).toEqual(parts);
});

test('nothing of a name is lost', () => {
  for (const name of ['aDBbDB', 'IPv6OnlyVPC', '--', 'ABCDef', 'x/Y.z_'])
    expect(nameParts(name).join('')).toBe(name);
});
