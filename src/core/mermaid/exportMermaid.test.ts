import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { hostileTexts } from '../../testing/hostileNames';
import { documentOf } from '../../testing/gallery/example';
import { threePaths } from '../../testing/gallery/threePaths';
import { fromSketch } from '../catalog/fromSketch';
import { arrow, box, sketch } from '../model/sketch';
import { exportMermaid } from './exportMermaid';

const design = documentOf(catalog, threePaths);
const { text } = exportMermaid(catalog, design, 'en');

test('containers are nested subgraphs, named with their blocks and their route tables', () => {
  expect(text).toContain(`flowchart TB
  subgraph r_Tokyo["Region Tokyo ap-northeast-1"]
    r_S3["S3<br/>Amazon S3"]`);
  expect(text)
    .toContain(`      subgraph r_PublicSubnet["Public subnet PublicSubnet 10.0.0.0/24 · PublicTable"]
        r_NatGateway["NatGateway<br/>NAT gateway"]
        r_Web["Web<br/>EC2 instance<br/>SG: WorkloadGroup"]
      end
`);
});

test('a flow is a chain from hop to hop, with its sign and the colour of its verdict', () => {
  expect(text).toContain(`  r_Batch ---|"✓ TCP 443"| r_NatGateway
  r_NatGateway --- r_InternetGateway
  r_InternetGateway --> r_S3
  r_Isolated --x|"✕ TCP 443"| r_S3
`);
  expect(text).toMatch(/linkStyle 13 stroke:#c8202f\n$/);
});

test('frames, plain lines and images are left out, which is said; numbers and icons are nodes', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box('frame', 'Prod'),
      box('plain-line', 'Line'),
      box('call-out', 'One', { number: 7, text: 'The request' }),
      box('aws-icon', 'Lambda'),
    ),
  );

  const { text: written, remarks } = exportMermaid(catalog, document, 'en');

  expect(written).not.toMatch(/Prod|Line/);
  expect(written).toContain('"7<br/>The request"');
  expect(written).toMatch(/"Lambda<br\/>/);
  expect(remarks.map(({ en }) => en)).toEqual([
    '2 frames, lines or images are left out: a Mermaid flowchart has no place for them.',
  ]);
});

test('it is written in Japanese, too', () => {
  expect(exportMermaid(catalog, design, 'ja').text).toContain(
    'r_NatGateway["NatGateway<br/>NAT ゲートウェイ"]',
  );
});

const markup = [
  ...hostileTexts,
  'end',
  '1. item',
  '- item',
  '"`**bold**`"',
  '[x](https://a.example)',
  'www.a.example',
  '%%{init: {"theme":"dark"}}%%',
  ']); click r_A callback',
  '#quot;#35;&amp;',
  'fa:fa-car',
];

test.each(markup)('a name is neither markup nor a directive: %s', (name) => {
  const drawing = fromSketch(
    catalog,
    sketch(box('vpc', 'V', {}, box('instance', 'A'), box('instance', 'B')), arrow('A', 'B', { label: name })),
  );
  const resources = new Map([...drawing.resources].map(([id, each]) => [id, { ...each, name }]));

  const written = exportMermaid(catalog, { ...drawing, name, resources }, 'en').text;

  const labels = [...written.matchAll(/^(?: *(?:subgraph )?r_\w+\[| *r_\w+ [-.x>]+\|)"([^"\n]*)"[\]|]/gm)];
  expect(labels.length).toBe(4);
  // What is left besides letters, digits and a few marks are breaks and entity codes.
  const rest = labels.map(([, label = '']) => label.replaceAll('<br/>', '').replace(/#\d+;/g, ''));
  for (const label of rest) expect(label).toMatch(/^[\p{L}\p{M}\p{N}\p{So} ,·./:-]*$/u);
  for (const label of rest) expect(label).not.toMatch(/^\s*(?:-|\d+\.)\s|www\.|:\/\/|fa:fa/);
  expect(
    written.split('\n').filter((line) => !/^(?:---|title: "[^"]*"|flowchart TB)$|^ +/.test(line)),
  ).toEqual(['']);
});

test('two resources whose ids differ in marks alone are two nodes', () => {
  const drawing = fromSketch(catalog, sketch(box('internet', 'a-b'), box('internet', 'a_b')));

  const { text: written } = exportMermaid(catalog, drawing, 'en');

  expect(written).toContain('r_a_b[');
  expect(written).toContain('r_a_b_2[');
});

test('a collapsed container is a node with the number of things in it', () => {
  const resources = new Map(design.resources);
  const subnet = resources.get('BatchSubnet');
  if (subnet === undefined) throw new Error('no subnet');
  resources.set('BatchSubnet', { ...subnet, collapsed: true });

  const { text: written } = exportMermaid(catalog, { ...design, resources }, 'en');

  expect(written).toContain('r_BatchSubnet["▸ Private subnet BatchSubnet 10.0.3.0/24 #40;1#41;"]');
  expect(written).toContain('r_BatchSubnet ---|"✓ TCP 443"| r_NatGateway');
});
