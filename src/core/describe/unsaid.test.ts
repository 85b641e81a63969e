import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { answerWritings } from '../../awsAnswers';
import { describeMappings } from '../../awsDescribe';
import { fromSketch } from '../catalog/fromSketch';
import { box, sketch } from '../model/sketch';
import { exportAnswers } from './exportAnswers';
import { importDescribe } from './importDescribe';

const why = { unknown: { en: 'nobody knows', ja: '不明' } };

const exported = (target: unknown) => {
  const routes = { out: { destination: '0.0.0.0/0', target } };
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('internet-gateway', 'Igw'),
        box('route-table', 'Table', { routes: routes as never }),
      ),
    ),
  );
  return exportAnswers(catalog, describeMappings, answerWritings, document);
};

test('a row of which something is unknown stands in no answer of AWS, but in a file beside them', () => {
  const { files, ids, remarks } = exported(why);

  const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? '';
  const unsaid = JSON.parse(textOf('vpcanvas-unknown.json')) as unknown;
  expect(textOf('ec2-describe-route-tables.json')).not.toContain('"0.0.0.0/0"');
  expect(unsaid).toEqual({
    VpcanvasUnknown: [
      { Id: ids.get('Table'), Props: { routes: { out: { destination: '0.0.0.0/0', target: why } } } },
    ],
  });
  expect(remarks.map(({ en }) => en).join('\n')).toContain('vpcanvas-unknown.json');
});

test('a design of which everything is known has no such file', () => {
  expect(exported('Igw').files.map(({ path }) => path)).not.toContain('vpcanvas-unknown.json');
});

test('what the file says to be unknown is unknown when it is read with the answers', () => {
  const { files, ids } = exported(why);

  const { document } = importDescribe(
    catalog,
    describeMappings,
    files.map(({ path, text }) => ({ name: path, text })),
  );

  expect(document.resources.get(ids.get('Table') ?? '')?.props).toMatchObject({
    routes: { out: { destination: '0.0.0.0/0', target: why } },
  });
});

test('such a file makes nothing of a resource that is not there, and says nothing that is known', () => {
  const files = [
    { name: 'a.json', text: JSON.stringify({ Vpcs: [{ VpcId: 'vpc-0a', CidrBlock: '10.0.0.0/16' }] }) },
    {
      name: 'b.json',
      text: JSON.stringify({
        VpcanvasUnknown: [
          { Id: 'vpc-0b', Props: { cidr: why } },
          { Id: 'vpc-0a', Props: { cidr: '10.9.0.0/16', smoke: why } },
        ],
      }),
    },
  ];

  const { document } = importDescribe(catalog, describeMappings, files);

  expect([...document.resources.values()].filter(({ kind }) => kind === 'vpc')).toHaveLength(1);
  expect(document.resources.get('vpc-0a')?.props).toMatchObject({ cidr: '10.0.0.0/16' });
  expect(document.resources.get('vpc-0a')?.props).not.toHaveProperty('smoke');
});
