import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import { importTemplates } from '../cfn/importTemplates';
import { faultsOfWriting, readBackTemplates, writtenTemplates } from '../cfn/readBack';
import type { Document } from '../model/document';
import { arrow, box, sketch } from '../model/sketch';
import { createStore } from '../store/store';
import { proofOf, type Proof } from './proof';

/** With the text that was written changed by somebody, if asked. */
function proven(document: Document, change: (text: string) => string = (text) => text): Proof {
  const written = writtenTemplates(catalog, document, 'yaml');
  const changed = written.map((each) => ({ ...each, text: change(each.text) }));
  const readBack = readBackTemplates(catalog, document, changed);
  return proofOf(catalog, rules, document, readBack, faultsOfWriting(written));
}

const told = ({ unproven }: Proof) =>
  unproven.map(({ is, on, field, message }) => [is, on, field, message.en]);

const sound = fromSketch(
  catalog,
  sketch(
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('route-table', 'Table', {
        routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } },
      }),
      box('security-group', 'Group', {
        inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' } },
      }),
      box(
        'subnet',
        'Front',
        { cidr: '10.0.0.0/24', routeTable: 'Table', mapPublicIp: true },
        box('instance', 'Web', { securityGroups: { Group: true } }),
      ),
    ),
    box('internet', 'Internet'),
    arrow('Internet', 'Web', { id: 'in' }),
  ),
);

describe('a design that its template holds, and that AWS takes', () => {
  test('is proven, with as many resources compared as the template can hold', () => {
    expect(proven(sound)).toEqual({ compared: 6, unproven: [] });
  });

  test('stays so when its template is read, changed in the diagram and written again', () => {
    const [{ text } = { text: '' }] = writtenTemplates(catalog, sound, 'yaml');
    const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
    const store = createStore({ catalog }, document);
    const subnet = [...document.resources.values()].find(({ name }) => name === 'Front');
    store.commit('setProps', { id: subnet?.id ?? '', props: { cidr: '10.0.7.0/24' } });

    expect(proven(store.document)).toEqual({ compared: 6, unproven: [] });
  });
});

test('what means nothing in a row is no difference: ports of a rule for all protocols', () => {
  const store = createStore({ catalog }, sound);

  store.commit('setRow', { id: 'Group', field: 'inbound', row: 'https', values: { protocol: 'any' } });

  expect(told(proven(store.document)).filter(([is]) => is === 'difference')).toEqual([]);
});

describe('what would not be read back as it is', () => {
  test.each([
    [
      'a value',
      (text: string) => text.replace('10.0.0.0/24', '10.0.9.0/24'),
      'Front',
      'cidr',
      /CIDR block of Front would come back as “10\.0\.9\.0\/24”, not “10\.0\.0\.0\/24”/,
    ],
    [
      'a row of a table',
      (text: string) => text.replace('ToPort: 443', 'ToPort: 444'),
      'Group',
      'inbound',
      /of Group would come back otherwise/,
    ],
    [
      'a name',
      (text: string) => text.replace('Value: Web', 'Value: Wob'),
      'Web',
      undefined,
      /^Web would come back as “Wob”$/,
    ],
    [
      'a reference',
      (text: string) => text.replace('- !Ref Group', '- sg-0123456789abcdef0'),
      'Web',
      'securityGroups',
      /of Web would come back otherwise/,
    ],
  ])('%s is told with its resource and field', (_, change, on, field, words) => {
    const { unproven } = proven(sound, change);

    expect(unproven).toMatchObject([{ is: 'difference', on, message: { en: expect.stringMatching(words) } }]);
    expect(unproven[0]?.field).toBe(field);
  });

  test('a resource that is missing, or that nobody has drawn, is told', () => {
    const other = '  Other:\n    Type: AWS::EC2::InternetGateway\n';
    const added = proven(sound, (text) => text.replace('Resources:\n', `Resources:\n${other}`));
    const lost = proven(sound, (text) => text.replace(/ {2}Web:\n(?: {4}.*\n)+/, ''));

    expect(told(added)).toEqual([
      ['difference', null, undefined, 'Reading it back would add Other, which the diagram does not have'],
    ]);
    expect(told(lost)).toEqual([['difference', 'Web', undefined, 'Web would not come back']]);
  });

  test('a text that is no template is told as one thing', () => {
    const { compared, unproven } = proven(sound, () => 'Resources: [');

    expect(compared).toBeNull();
    expect(unproven).toMatchObject([
      {
        is: 'fault',
        on: null,
        message: { en: expect.stringMatching(/^What was written cannot be read back: /) },
      },
    ]);
  });

  test('what no template can say is not asked of it: that somebody accepts a connection', () => {
    const peered = fromSketch(
      catalog,
      sketch(
        box('vpc', 'One', { cidr: '10.0.0.0/16' }),
        box('vpc', 'Two', { cidr: '10.1.0.0/16' }),
        box('peering-connection', 'Peering', { requester: 'One', accepter: 'Two', accepted: true }),
      ),
    );

    expect(proven(peered).unproven.filter(({ is }) => is === 'difference')).toEqual([]);
  });
});

describe('what AWS would not take', () => {
  test('an error of a rule is told with the field to change; its effects, warnings and advice are not', () => {
    const document = withProps(sound, 'Front', { cidr: '10.9.0.0/24' });

    const result = proven(document);

    expect(told(result)).toEqual([['rule', 'Front', 'cidr', expect.stringContaining('10.9.0.0/24')]]);
  });

  test('a flow that does not do what is expected of it is told', () => {
    const closed = withProps(sound, 'Group', { inbound: {} });

    expect(told(proven(closed))).toMatchObject([['rule', 'in', undefined, expect.stringContaining('Group')]]);
  });

  test('what somebody has suppressed with a reason is not told', () => {
    const document = withProps(sound, 'Front', { cidr: '10.9.0.0/24' });
    const suppressions = new Map([
      ['s', { finding: 'subnet-cidr-outside-vpc:Front+Vpc:cidr', reason: 'a drawing of what was' }],
    ]);

    expect(told(proven({ ...document, suppressions })).map(([is]) => is)).toEqual([]);
  });

  test('a reference of the author’s own text to nothing is told', () => {
    const { document } = importTemplates(catalog, [
      {
        name: 'net.yaml',
        text: `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vcp, CidrBlock: 10.0.0.0/24 }
`,
      },
    ]);

    expect(proven(document).unproven).toMatchObject([
      { is: 'fault', message: { en: expect.stringContaining('“Vcp”, which the template does not have') } },
    ]);
  });

  test('a resource that was deleted while something that is not drawn refers to it is told', () => {
    const { document } = importTemplates(catalog, [
      {
        name: 'net.yaml',
        text: `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Firewall:
    Type: AWS::NetworkFirewall::RuleGroup
    Properties: { Description: !Ref Vpc }
`,
      },
    ]);
    const store = createStore({ catalog }, document);
    const vpc = [...document.resources.values()].find(({ name }) => name === 'Vpc');
    store.commit('deleteResources', { ids: [vpc?.id ?? ''] });

    expect(told(proven(store.document))[0]).toEqual([
      'fault',
      null,
      undefined,
      'Firewall refers to Vpc, which was deleted from the diagram',
    ]);
  });
});

test('a format that is not read back is proven by the rules alone, and says so', () => {
  expect(proofOf(catalog, rules, sound, undefined)).toEqual({ compared: null, unproven: [] });
});

function withProps(document: Document, id: string, props: Readonly<Record<string, unknown>>): Document {
  const store = createStore({ catalog }, document);
  store.commit('setProps', { id, props });
  return store.document;
}
