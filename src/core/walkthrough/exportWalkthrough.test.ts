import { expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { hostileTexts } from '../../testing/hostileNames';
import { documentOf } from '../../testing/gallery/example';
import { threePaths } from '../../testing/gallery/threePaths';
import { fromSketch } from '../catalog/fromSketch';
import { listPrices } from '../cost/prices';
import type { Document } from '../model/document';
import { arrow, box, sketch } from '../model/sketch';
import { escapedMarkdown } from '../scenes/markdown';
import { exportWalkthrough } from './exportWalkthrough';

const design = documentOf(catalog, threePaths);

function written(
  document: Document,
  language: 'en' | 'ja' = 'en',
  picture?: string,
  prices = listPrices,
): string {
  return exportWalkthrough(catalog, rules, document, { language, prices, picture });
}

const text = written(design);

test('it says what the design is made of, in the order in which it stands, with addresses', () => {
  expect(text).toMatch(/^# Three paths to a service \/ サービスへの 3 つの経路\n/);
  expect(text).toContain('with Region (1), ');
  expect(text).toContain('Traffic: 6 arrive; 1 blocked (Isolated → S3).');
  expect(text).toContain(`- Region **Tokyo** \`ap-northeast-1\`
`);
  expect(text).toContain('    - Public subnet **PublicSubnet** `10.0.0.0/24` — Route table PublicTable\n');
  expect(text).toContain('      - EC2 instance **Web** — Security group WorkloadGroup\n');
});

test('what a note and a number say stands beside them', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box('call-out', 'One', { number: 1, text: 'The request' }),
      box('text-note', 'Note', { text: 'Later\non' }),
    ),
  );

  expect(written(document)).toContain(
    '- Numbered call-out **One** `1` The request\n- Text note **Note** Later on\n',
  );
});

test('it follows each flow hop by hop, with the row that decided', () => {
  expect(text).toContain('### 6. Batch → S3 — TCP 443\n');
  expect(text).toMatch(/\d+\. ✓ \*\*BatchSubnet\*\* — route: .*0\.0\.0\.0\/0 → NatGateway/);
  expect(text).toMatch(/↻ \*\*NatGateway\*\* — translation/);
});

test('of a blocked flow that is to get through it names the cause and the change that mends it', () => {
  const wanted: Document = {
    ...design,
    flows: new Map(
      [...design.flows].map(([id, flow]) => [
        id,
        id === 'isolated-s3' ? { ...flow, expect: 'reachable' } : flow,
      ]),
    ),
  };

  const section = written(wanted).split('### 7. Isolated → S3')[1]?.split('\n## ')[0] ?? '';

  expect(section).toContain('Verdict: **Blocked**, which is not what is wanted.');
  expect(section).toMatch(/What stops it:\n\n- no route of IsolatedTable covers/);
  expect(section).toMatch(/The one change that mends it:\n\n- \S/);
  expect(written(wanted)).toContain('- **Error** ');
});

test('scenes are told in their order, with their words', () => {
  const titles = [...text.matchAll(/^### (\d+)\. (.*)$/gm)].slice(-design.scenes.size);

  expect(titles.map(([, number, title]) => `${number} ${title}`)).toEqual(
    [...design.scenes.values()].map(({ title }, index) => `${index + 1} ${title.en}`),
  );
  expect(text).toContain('**Web** needs a **public IPv4 address** too');
});

test('the cost is summed up line by line', () => {
  expect(text).toMatch(/## Monthly cost\n\nAbout USD \d+\.\d\d a month at list prices/);
  expect(text).toMatch(/- \*\*NatGateway\*\* — .*: USD \d+\.\d\d\n/);
});

test('the cost is by the prices that are handed to it, and says where they are somebody’s own', () => {
  const own = { 'nat-gateway hour': 0, 'nat-gateway gb': 0 };
  const [, usual = ''] = /About USD (\d+\.\d\d)/.exec(text) ?? [];

  const [, less = ''] =
    /About USD (\d+\.\d\d) a month with own prices/.exec(written(design, 'en', undefined, { own })) ?? [];

  expect(Number(less)).toBeGreaterThan(0);
  expect(Number(less)).toBeLessThan(Number(usual) - 45);
  expect(written(design, 'ja', undefined, { own })).toContain('独自の料金を使用した場合、月額約');
});

test('the cost is the whole bill: with what flows pay for being carried, and what nobody knows', () => {
  const carried = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('internet-gateway', 'Igw'),
        box('route-table', 'Table', { routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        box('subnet', 'A', { routeTable: 'Table' }, box('instance', 'Web', { publicIp: 'yes' })),
      ),
      box('internet', 'Internet'),
      arrow('Web', 'Internet', { gbPerMonth: 20_000 }),
    ),
  );

  const [, cost = ''] = written(carried).split('## Monthly cost');

  // https://aws.amazon.com/ec2/pricing/on-demand/ (Data Transfer): 10 TB at 0.114; beyond that no figure is known.
  expect(cost).toContain('- **Web** — Data transfer to the internet: USD 1167.36');
  expect(cost).toMatch(/About USD \d+\.\d\d a month at list prices, without what is not known/);
  expect(cost).toContain('no price by the gigabyte');
  expect(cost).toContain('Assumed: all of the traffic is counted as going out to the internet');
});

test('it is written in Japanese', () => {
  const japanese = written(design, 'ja');

  expect(japanese).toContain('## 構成');
  expect(japanese).toContain(
    'パブリックサブネット **PublicSubnet** `10.0.0.0/24` — ルートテーブル PublicTable',
  );
  expect(japanese).toContain('判定: **到達** (期待どおり)。');
  expect(japanese).not.toContain('Verdict');
});

test('a picture is shown with what is in it as its text, where there is one', () => {
  expect(written(design, 'en', 'three paths.svg')).toMatch(
    /\n!\[AWS network diagram with [^\n]*\]\(<three paths\.svg>\)\n/,
  );
  expect(text).not.toContain('![');
});

const markup = [
  ...hostileTexts,
  '**bold** _and_ `code`',
  '[link](https://a.example)',
  'www.a.example a@b.example',
  '<img src=x onerror=alert(1)>',
  '![x](y)',
  '# heading',
  '1. list',
  '- list',
  '=====',
  '| a | b |',
  ':warning: $x$ #12',
];

test.each(markup)('a name is neither markup nor a link: %s', (name) => {
  const drawing = fromSketch(
    catalog,
    sketch(box('vpc', 'V', {}, box('instance', 'A'), box('instance', 'B')), arrow('A', 'B', { label: name })),
  );
  const hostile: Document = {
    ...drawing,
    name,
    resources: new Map([...drawing.resources].map(([id, each]) => [id, { ...each, name }])),
    scenes: new Map([
      [
        's',
        {
          id: 's',
          order: 'U',
          title: { en: name, ja: name },
          // What a scene's text may use of Markdown is its author's; a name in it is not.
          text: { en: escapedMarkdown(name), ja: escapedMarkdown(name) },
          camera: { x: 0, y: 0, w: 1, h: 1 },
          flows: {},
        },
      ],
    ]),
  };

  // Without what is escaped, what is in code, and the bold letters of ours.
  const rest = written(hostile)
    .replace(/\\[!-/:-@[-`{-~]/g, 'x')
    .replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')
    .replace(/(\*\*?)(?=\S)[^*\n]*\1/g, '');

  expect(rest).not.toMatch(/[<>[\]*_`|~$@]|:\/\/|www\.|:warning:/);
  expect(rest.split('\n').filter((line) => /^(?:=+|#+)$|^\d+\. list|^- list/.test(line))).toEqual([]);
});

test('a diagram without anything says so', () => {
  expect(written(fromSketch(catalog, sketch()), 'ja')).toContain('# ダイアグラム\n');
});
