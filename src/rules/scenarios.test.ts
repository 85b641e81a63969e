/** The scenarios' examples are sound, and each of their broken variants has the one fault it is named for. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { readDiagram } from '../core/store/diagramFile';
import type { Finding } from '../core/rules/rule';
import { validate } from '../core/rules/validate';

test.each([
  'three-paths/three-paths',
  'no-nat/no-nat',
  'privatelink/privatelink',
  'dynamodb-private/dynamodb-private',
  'private-dns/private-dns',
])('%s has no error', (name) => {
  expect(errorsOf(name)).toEqual([]);
});

test.each([
  ['three-paths/broken/endpoint-not-on-table', 'gateway-endpoint-not-on-workload-table', 'S3Endpoint'],
  ['three-paths/broken/endpoint-for-another-service', 'endpoint-serves-other-service', 'SqsEndpoint'],
  ['three-paths/broken/gateway-endpoint-for-sqs', 'gateway-endpoint-service-unsupported', 'SqsGateway'],
  ['three-paths/broken/endpoint-group-without-443', 'interface-endpoint-closed-to-clients', 'EndpointGroup'],
  ['three-paths/broken/private-dns-off', 'interface-endpoint-private-dns-off', 'SqsEndpoint'],
  ['no-nat/broken/dns-hostnames-off', 'private-dns-without-dns-hostnames', 'Vpc'],
  ['no-nat/broken/endpoint-group-wrong-source', 'interface-endpoint-closed-to-clients', 'EndpointGroup'],
  ['no-nat/broken/endpoint-in-other-vpc', 'endpoint-in-other-vpc', 'SsmEndpoint'],
  ['no-nat/broken/ssmmessages-missing', 'session-manager-endpoint-missing', 'SsmEndpoint'],
  ['no-nat/broken/s3-endpoint-on-main-table', 'gateway-endpoint-not-on-workload-table', 'S3Endpoint'],
  ['privatelink/broken/acceptance-not-given', 'endpoint-connection-not-accepted', 'ServiceEndpoint'],
  ['privatelink/broken/endpoint-group-without-80', 'interface-endpoint-closed-to-clients', 'ServiceGroup'],
  ['privatelink/broken/zone-not-covered', 'endpoint-zone-not-served', 'ServiceEndpoint'],
  ['privatelink/broken/target-group-allows-consumer', 'target-closed-to-load-balancer', 'WebGroup'],
  ['privatelink/broken/listener-on-8080', 'flow-port-without-listener', 'Nlb'],
  [
    'dynamodb-private/broken/endpoint-group-without-443',
    'interface-endpoint-closed-to-clients',
    'EndpointSecurityGroup',
  ],
  ['dynamodb-private/broken/ecr-private-dns-off', 'interface-endpoint-private-dns-off', 'EcrDkrEndpoint'],
  ['private-dns/broken/private-dns-without-hostnames', 'private-dns-without-dns-hostnames', 'Vpc'],
  ['private-dns/broken/vpn-without-authorization', 'client-vpn-without-authorization', 'ClientVpn'],
  ['private-dns/broken/resolver-without-53', 'resolver-endpoint-closed-to-dns', 'DnsGroup'],
])('of %s the one error is %s on %s', (name, rule, on) => {
  const faults = errorsOf(name).filter(({ causedBy }) => causedBy === undefined);

  expect(faults.map((finding) => [finding.rule, called(name, finding.on[0])])).toEqual([[rule, on]]);
  expect(faults[0]?.fixes?.length).toBeGreaterThan(0);
});

function documentOf(name: string) {
  const read = readDiagram(catalog, readFileSync(`examples/${name}.vpcanvas.json`, 'utf8'));
  if (!('document' in read)) throw new Error(read.failure.message.en);
  return read.document;
}

function errorsOf(name: string): readonly Finding[] {
  return validate(catalog, rules, documentOf(name)).findings.filter(({ severity }) => severity === 'error');
}

function called(name: string, id: string): string | undefined {
  return documentOf(name).resources.get(id)?.name;
}
