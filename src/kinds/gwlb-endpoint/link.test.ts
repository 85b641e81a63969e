/** How an endpoint names the endpoint service in front of a Gateway Load Balancer. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { exportTemplates } from '../../core/cfn/exportTemplate';
import { importTemplates } from '../../core/cfn/importTemplates';
import { templateText } from '../../core/cfn/templateText';
import { call, runCommand } from '../../core/commands';
import type { Document, Resource } from '../../core/model/document';
import { compileNetwork, factsOf } from '../../core/network/network';
import { validate } from '../../core/rules/validate';
import { flow } from '../../testing/facts';

const example = readFileSync('examples/templates/gateway-load-balancer.yaml', 'utf8');
const usual = '!Sub com.amazonaws.vpce.${AWS::Region}.${InspectionService}';

const read = (...texts: readonly string[]): Document =>
  importTemplates(
    catalog,
    texts.map((text, index) => ({ name: `${index + 1}.yaml`, text })),
  ).document;

const texts = (document: Document): string[] =>
  exportTemplates(catalog, document).map(({ exported }) => templateText(exported.template, 'yaml').text);

const endpointOf = (document: Document): Resource<'gwlb-endpoint'>['props'] =>
  [...document.resources.values()].find(
    (each): each is Resource<'gwlb-endpoint'> => each.kind === 'gwlb-endpoint',
  )?.props ?? expect.fail('there is no endpoint');

const trace = (document: Document) =>
  compileNetwork(factsOf(catalog, document)).trace(flow('App', 'internet'));

test.each([
  usual,
  '!GetAtt InspectionService.ServiceName',
  "!Join ['.', [com.amazonaws.vpce, !Ref AWS::Region, !Ref InspectionService]]",
])('in one template by reference: %s', (name) => {
  const text = example.replace(usual, name);

  const document = read(text);

  expect(endpointOf(document)).toMatchObject({ service: '', provider: 'InspectionService' });
  expect(document.resources.get('InspectionService')).toMatchObject({
    kind: 'endpoint-service',
    props: { loadBalancers: { Gwlb: true } },
  });
  expect(texts(document)).toEqual([text]);
});

test('what stands behind the service decides: without an appliance, nothing gets through', () => {
  const document = read(example.replace('      Targets:\n        - Id: !Ref Appliance\n', ''));

  expect(trace(document)).toMatchObject({
    verdict: 'blocked',
    blockedBy: [{ code: 'no-target', resource: 'Gwlb' }],
  });
});

test('nothing gets through before the provider has accepted the connection', () => {
  const document = read(example.replace('AcceptanceRequired: false', 'AcceptanceRequired: true'));

  expect(trace(document)).toMatchObject({ verdict: 'blocked', blockedBy: [{ code: 'not-accepted' }] });
  expect(validate(catalog, rules, document).findings.map(({ rule }) => rule)).toContain(
    'endpoint-connection-not-accepted',
  );
});

test('where its load balancer stands outside the template, nobody can say and no rule does', () => {
  const from = example.indexOf('  SecurityVpc:');
  const document = read(
    `${example.slice(0, from)}${example.slice(example.indexOf('  InspectionService:'))}`
      .replace('Resources:', 'Parameters:\n  GwlbArn: {Type: String}\nResources:')
      .replace('[!Ref Gwlb]', '[!Ref GwlbArn]'),
  );

  expect(trace(document)).toMatchObject({ verdict: 'unknown', blockedBy: [] });
  expect(validate(catalog, rules, document).findings).toEqual([]);
});

test('between two templates by an export, both of which come back as they were', () => {
  const at = example.indexOf('  Vpc:\n');
  const provider = `${example.slice(0, at)}Outputs:
  Name:
    Value: ${usual}
    Export: {Name: inspection}
`;
  const consumer = `Resources:\n${example.slice(at)}`.replace(usual, '!ImportValue inspection');

  const document = read(provider, consumer);

  expect(endpointOf(document)).toMatchObject({ service: '', provider: 'InspectionService' });
  expect(texts(document)).toEqual([provider, consumer]);
});

test('a service that is drawn is written with its load balancer, and the endpoint with its name', () => {
  const before = read(example);
  const { provenance: _, ...service } = before.resources.get('InspectionService') as Resource;
  const resources = new Map(before.resources).set('Second', { ...service, id: 'Second', name: 'Second' });
  const after = runCommand(
    { catalog },
    { ...before, resources },
    call('setProps', { id: 'Inspection', props: { provider: 'Second' } }),
  );

  const [text = ''] = texts(after);

  expect(text).toContain('ServiceName: !Sub com.amazonaws.vpce.${AWS::Region}.${Second}');
  const again = read(text);
  expect(endpointOf(again).provider).toBe('Second');
  expect(again.resources.get('Second')).toMatchObject({ props: { loadBalancers: { Gwlb: true } } });
});

test('a name that is a parameter stays one, whichever service the diagram says it is', () => {
  const text = example
    .replace('Resources:', 'Parameters:\n  ServiceName: {Type: String}\nResources:')
    .replace(usual, '!Ref ServiceName');
  const before = read(text);

  const after = runCommand(
    { catalog },
    before,
    call('setProps', { id: 'Inspection', props: { provider: 'InspectionService' } }),
  );

  expect(endpointOf(before)).toMatchObject({ service: { unknown: {} }, provider: null });
  expect(texts(after)).toEqual([text]);
});
