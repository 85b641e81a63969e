/**
 * What rests on a guess is said only where it is so without the guess, too. The importer makes the guesses; here a resource
 * is marked with one by hand.
 */
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import type { Document, Resource } from '../model/document';
import { box, sketch, type Box } from '../model/sketch';
import { networkOf } from './doubts';
import type { Trace } from './trace';

const https = { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' } as const;

/** A network in which two instances in two subnets talk, and one of them is open to the internet. */
const design = (...more: readonly Box[]): Document =>
  fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('internet-gateway', 'Igw'),
        box('route-table', 'Table', { routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        box('security-group', 'Group', { inbound: { https } }),
        box('security-group', 'Other', { inbound: { https } }),
        box(
          'subnet',
          'Public',
          { cidr: '10.0.1.0/24', routeTable: 'Table', mapPublicIp: true },
          box('instance', 'Web', { securityGroups: { Group: true } }),
          box('instance', 'Neighbour', { securityGroups: { Group: true, Other: true } }),
        ),
        box(
          'subnet',
          'Private',
          { cidr: '10.0.2.0/24' },
          box('instance', 'App', { securityGroups: { Group: true } }),
        ),
      ),
      ...more,
    ),
  );

const guessed = (
  document: Document,
  ...guesses: readonly (readonly [id: string, prop: string, means?: string])[]
): Document => {
  const resources = new Map(document.resources);
  guesses.forEach(([id, prop, means], index) => {
    const resource = resources.get(id);
    if (resource === undefined) throw new Error(`there is no ${id}`);
    const why = { en: `${prop} of ${id}`, ja: `${id} の ${prop}` };
    const guess = { template: 't', place: ['Resources', id, prop], prop, means, why };
    const before = resource.provenance?.guesses ?? {};
    resources.set(id, {
      ...resource,
      provenance: { template: 't', logicalId: id, guesses: { ...before, [index]: guess } },
    });
  });
  return { ...document, resources };
};

const ask = (document: Document, from: string, to: string, port = 443): Trace =>
  networkOf(catalog, document).trace({
    from: from === 'internet' ? { internet: true } : { resource: from },
    to:
      to === 'internet'
        ? { internet: true }
        : to.startsWith('service:')
          ? { service: to.slice(8) }
          : { resource: to },
    protocol: 'tcp',
    port,
    sourcePort: null,
  });

const verdict = (...args: Parameters<typeof ask>): string => ask(...args).verdict;

test('a guess decides nothing that would be otherwise without it', () => {
  const document = guessed(design(), ['Public', 'parentId', 'Vpc']);

  const trace = ask(document, 'internet', 'Web');

  expect(verdict(design(), 'internet', 'Web')).toBe('reachable');
  expect(trace).toMatchObject({
    verdict: 'unknown',
    blockedBy: [],
    unknowns: [{ en: 'parentId of Public' }],
  });
  expect(trace.forward.disposition).toBe('unknown');
  expect(trace.return?.disposition).toBe('unknown');
});

test('what is so without it, too, is said', () => {
  const document = guessed(design(), ['Public', 'parentId', 'Vpc']);

  expect(ask(document, 'internet', 'Web', 22)).toMatchObject({
    verdict: 'blocked',
    blockedBy: [{ code: 'denied-by-security-group', resource: 'Group' }],
    unknowns: [],
  });
  expect(verdict(document, 'Web', 'Neighbour')).toBe('reachable');
});

test('a block that only the guess makes is none', () => {
  const document = guessed(design(), ['Private', 'parentId', 'Vpc']);

  const trace = ask(document, 'App', 'internet');

  expect(verdict(design(), 'App', 'internet')).toBe('blocked');
  expect(trace).toMatchObject({ verdict: 'unknown', blockedBy: [] });
  expect(trace.forward.steps.map((step) => step.verdict)).not.toContain('drop');
});

test('a group that is only guessed matters where no other one lets the packet through', () => {
  const document = guessed(
    design(),
    ['Web', 'securityGroups', 'Group'],
    ['Neighbour', 'securityGroups', 'Group'],
  );

  expect(verdict(document, 'internet', 'Web')).toBe('unknown');
  expect(verdict(document, 'internet', 'Web', 22)).toBe('unknown');
  expect(verdict(document, 'internet', 'Neighbour')).toBe('reachable');
});

test('a row that is only guessed matters where it decides', () => {
  const document = guessed(design(), ['Table', 'routes.out']);

  expect(verdict(document, 'Web', 'internet')).toBe('unknown');
  expect(verdict(document, 'Web', 'App')).toBe('reachable');
});

test('what stands in another box may not be there where it lets a packet through', () => {
  const document = guessed(design(), ['Group', 'parentId', 'Vpc']);

  expect(verdict(document, 'internet', 'Web')).toBe('unknown');
  expect(verdict(document, 'internet', 'Web', 22)).toBe('blocked');
});

test('guesses may be wrong together, in the same way', () => {
  const resources = design(
    box(
      'vpc',
      'Mute',
      { cidr: '10.1.0.0/16', dnsSupport: false },
      box('route-table', 'Own', {}),
      box('gateway-endpoint', 'S3', { service: 's3', routeTables: { Own: true } }),
      box('subnet', 'Lone', { cidr: '10.1.0.0/24', routeTable: 'Own' }, box('instance', 'Job')),
    ),
  );
  const [own, endpoint, lone] = ['Own', 'S3', 'Lone'].map((id) => [id, 'parentId', 'Mute'] as const);
  if (own === undefined || endpoint === undefined || lone === undefined) throw new Error('there are three');

  expect(verdict(resources, 'Job', 'service:s3')).toBe('blocked');
  expect(verdict(guessed(resources, endpoint), 'Job', 'service:s3')).toBe('blocked');
  expect(verdict(guessed(resources, own, endpoint, lone), 'Job', 'service:s3')).toBe('unknown');
});

test('many guesses are followed as well as few', () => {
  const subnets = Array.from({ length: 20 }, (_, index) =>
    box('subnet', `Subnet${index}`, { cidr: `10.2.${index}.0/24` }, box('instance', `Server${index}`)),
  );
  const document = design(box('vpc', 'Large', { cidr: '10.2.0.0/16' }, ...subnets));
  const doubtful = guessed(document, ...subnets.map(({ name }) => [name, 'parentId', 'Large'] as const), [
    'Private',
    'parentId',
    'Vpc',
  ]);

  expect(verdict(doubtful, 'Server1', 'internet')).toBe('unknown');
  expect(verdict(doubtful, 'Web', 'App')).toBe('unknown');
  expect(verdict(doubtful, 'internet', 'Web')).toBe('reachable');
});

test('a guess that no longer stands counts for nothing', () => {
  const document = guessed(
    design(box('vpc', 'Elsewhere')),
    ['Public', 'parentId', 'Elsewhere'],
    ['Web', 'securityGroups', 'Other'],
    ['Table', 'routes.gone'],
  );

  expect(verdict(document, 'internet', 'Web')).toBe('reachable');
});

test('whatever a file says of guesses, nothing is thrown', () => {
  const document = design();
  const strange = (guess: object): Document => {
    const web = document.resources.get('Web');
    const provenance = { template: 't', logicalId: 'Web', guesses: { a: guess } };
    return {
      ...document,
      resources: new Map(document.resources).set('Web', { ...web, provenance } as unknown as Resource),
    };
  };
  const why = { en: '', ja: '' };

  for (const prop of [
    'parentId',
    'securityGroups',
    'privateIp',
    'x',
    '',
    '.',
    'securityGroups.Group',
    '__proto__',
  ])
    for (const means of ['Public', 'Group', 'Web', 'x', '__proto__', null, undefined, 1, {}])
      expect(() =>
        ask(strange({ template: 't', place: [], prop, means, why }), 'internet', 'Web'),
      ).not.toThrow();
});
