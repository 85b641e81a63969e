/** Each guideline with diagrams that keep it and diagrams that do not. Places are in px, relative to the parent. */
import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import type { Document } from '../model/document';
import { box, sketch, type Box } from '../model/sketch';
import { documentAfter } from '../plans/plan';
import { guidelines } from './index';
import { createChecker } from './mended';

type Places = Readonly<Record<string, readonly [x: number, y: number, w?: number, h?: number]>>;

interface Drawn {
  readonly boxes: readonly Box[];
  readonly at: Places;
}

interface Examples {
  readonly good: readonly Drawn[];
  /** Each departs from the one guideline in one place. */
  readonly bad: readonly (Drawn & { readonly says: string; readonly fix: string | null })[];
}

const vpc = (...inside: Box[]): Box => box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, ...inside);
const callOut = (name: string, number: number): Box => box('call-out', name, { number });
const frame = (name: string, group: string): Box => box('frame', name, { group });
const line = (rightAngled: boolean): Box => box('plain-line', 'Line', { rightAngled });

const examples: Readonly<Record<string, Examples>> = {
  'boxes-apart': {
    good: [
      { boxes: [box('instance', 'One'), box('instance', 'Two')], at: { One: [0, 0], Two: [120, 0] } },
      // The boxes of icons are wider than what is seen of them.
      { boxes: [box('instance', 'One'), box('instance', 'Two')], at: { One: [0, 0], Two: [80, 0] } },
    ],
    bad: [
      {
        boxes: [box('instance', 'One'), box('instance', 'Two')],
        at: { One: [0, 0], Two: [20, 10] },
        says: 'Two and One overlap',
        fix: 'Put One and Two apart',
      },
      {
        boxes: [vpc(box('subnet', 'A'), box('subnet', 'B', { cidr: '10.0.1.0/24' }))],
        at: { Vpc: [0, 0, 640, 400], A: [24, 48, 280, 200], B: [280, 100, 280, 200] },
        says: 'B and A overlap',
        fix: 'Put A and B apart',
      },
    ],
  },
  'nested-group-distance': {
    good: [
      { boxes: [vpc(box('subnet', 'A'))], at: { Vpc: [0, 0, 400, 300], A: [5, 40, 280, 200] } },
      {
        boxes: [frame('Cloud', 'cloud'), vpc()],
        at: { Cloud: [0, 0, 500, 400], Vpc: [20, 40, 400, 300] },
      },
      // Auto Scaling groups span subnets.
      {
        boxes: [vpc(box('subnet', 'A')), frame('Group', 'auto-scaling')],
        at: { Vpc: [0, 0, 400, 300], A: [24, 48, 280, 200], Group: [100, 100, 260, 100] },
      },
    ],
    bad: [
      {
        boxes: [vpc(box('subnet', 'A'))],
        at: { Vpc: [0, 0, 400, 300], A: [2, 48, 280, 200] },
        says: 'A stands 2 px from the border of Vpc; at least 5 px are asked for',
        fix: 'Keep A inside Vpc',
      },
      {
        boxes: [vpc(box('subnet', 'A'))],
        at: { Vpc: [0, 0, 400, 300], A: [150, 48, 280, 200] },
        says: 'A sticks out of Vpc by 30 px',
        fix: 'Keep A inside Vpc',
      },
      {
        boxes: [vpc(box('instance', 'Web'))],
        at: { Vpc: [0, 0, 400, 300], Web: [180, 270] },
        says: 'Web sticks out of Vpc by 36 px',
        fix: 'Keep Web inside Vpc',
      },
      {
        boxes: [frame('Cloud', 'cloud'), vpc()],
        at: { Cloud: [0, 0, 402, 400], Vpc: [1, 40, 400, 300] },
        says: 'Vpc stands 1 px from the border of Cloud; at least 5 px are asked for',
        fix: 'Enlarge Cloud',
      },
    ],
  },
  'internet-above': {
    good: [
      {
        boxes: [
          vpc(
            box('internet-gateway', 'Igw'),
            box('route-table', 'Table', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
            box('subnet', 'Public', { cidr: '10.0.0.0/24', routeTable: 'Table' }),
            box('subnet', 'Private', { cidr: '10.0.1.0/24' }),
          ),
        ],
        at: {
          Vpc: [0, 0, 600, 520],
          Igw: [400, -24],
          Public: [24, 72, 400, 160],
          Private: [24, 260, 400, 160],
        },
      },
    ],
    bad: [
      {
        boxes: [
          vpc(
            box('internet-gateway', 'Igw'),
            box('route-table', 'Table', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
            box('subnet', 'Public', { cidr: '10.0.0.0/24', routeTable: 'Table' }),
            box('subnet', 'Private', { cidr: '10.0.1.0/24' }),
          ),
        ],
        at: {
          Vpc: [0, 0, 600, 520],
          Igw: [400, -24],
          Public: [24, 260, 400, 160],
          Private: [24, 72, 400, 160],
        },
        says: 'Public leads to the internet and stands below Private',
        fix: 'Put Public above Private',
      },
    ],
  },
  'group-title-whole': {
    good: [{ boxes: [vpc()], at: { Vpc: [0, 0, 300, 200] } }],
    bad: [
      {
        boxes: [box('vpc', 'ProductionNetworkOfTheTokyoOffice', { cidr: '10.0.0.0/16' })],
        at: { ProductionNetworkOfTheTokyoOffice: [0, 0, 240, 200] },
        says: 'The title of ProductionNetworkOfTheTokyoOffice is cut: it lacks 95 px',
        fix: 'Widen ProductionNetworkOfTheTokyoOffice to 336 px',
      },
    ],
  },
  'gateway-on-border': {
    good: [
      {
        boxes: [vpc(box('internet-gateway', 'Igw'))],
        at: { Vpc: [0, 0, 400, 300], Igw: [200, -24] },
      },
      // In the Region it is attached to no VPC.
      {
        boxes: [box('region', 'Region', {}, box('internet-gateway', 'Igw'))],
        at: { Region: [0, 0, 400, 300], Igw: [100, 100] },
      },
    ],
    bad: [
      {
        boxes: [vpc(box('internet-gateway', 'Igw'))],
        at: { Vpc: [0, 0, 400, 300], Igw: [200, 60] },
        says: 'Igw stands 84 px off the border of Vpc',
        fix: 'Put Igw on the border of Vpc',
      },
    ],
  },
  'nothing-covered': {
    good: [
      // A number may stand at the corner of an icon.
      { boxes: [box('instance', 'Web'), callOut('N', 1)], at: { Web: [0, 0], N: [8, -14] } },
      {
        boxes: [box('instance', 'Web'), frame('Cloud', 'cloud')],
        at: { Web: [40, 40], Cloud: [0, 0, 200, 160] },
      },
    ],
    bad: [
      {
        boxes: [box('instance', 'Web'), callOut('N', 1)],
        at: { Web: [0, 0], N: [30, 10] },
        says: 'Numbered call-out 1 lies on Web',
        fix: 'Put Numbered call-out 1 beside Web',
      },
      {
        boxes: [callOut('A', 1), callOut('B', 2)],
        at: { A: [0, 0], B: [10, 0] },
        says: 'Numbered call-out 2 lies on Numbered call-out 1',
        fix: 'Put Numbered call-out 2 beside A',
      },
      {
        boxes: [box('instance', 'Web'), box('image', 'Logo')],
        at: { Web: [0, 0], Logo: [40, 10, 100, 60] },
        says: 'Logo lies on Web',
        fix: 'Put Logo beside Web',
      },
      {
        boxes: [box('instance', 'Web'), frame('Cloud', 'cloud')],
        at: { Web: [40, 40], Cloud: [0, 0, 200, 70] },
        says: 'The border of Cloud runs through Web',
        fix: 'Resize Cloud',
      },
      {
        boxes: [vpc(box('instance', 'Web'))],
        at: { Vpc: [0, 0, 400, 300], Web: [10, 10] },
        says: 'Web lies on the title of Vpc',
        fix: 'Move Web off the title of Vpc',
      },
    ],
  },
  'approved-groups': {
    good: [{ boxes: [frame('Cloud', 'cloud')], at: {} }],
    bad: [
      {
        boxes: [frame('Mine', 'plain')],
        at: {},
        says: 'Mine is not one of AWS’s own groups',
        fix: 'Draw Mine as a generic group',
      },
    ],
  },
  'label-lines': {
    good: [
      { boxes: [box('instance', 'ProductionWebServer')], at: {} },
      { boxes: [box('instance', '本番環境のウェブサーバー')], at: {} },
    ],
    bad: [
      {
        boxes: [box('instance', 'AnInstanceWhoseNameSaysAllThatAnybodyKnowsOfIt')],
        at: {},
        says: 'The name AnInstanceWhoseNameSaysAllThatAnybodyKnowsOfIt is too long for two lines of 110 px',
        fix: null,
      },
      {
        boxes: [box('instance', 'internationalizationserver')],
        at: {},
        says: 'A word of the name internationalizationserver is wider than 110 px and is broken',
        fix: null,
      },
    ],
  },
  'label-abbreviations': {
    good: [
      {
        boxes: [box('aws-icon', 'Elastic Load Balancing (ELB)'), box('aws-icon', 'ELB')],
        at: { ELB: [200, 0] },
      },
      { boxes: [box('instance', 'VPC A to VPC B')], at: {} },
    ],
    bad: [
      {
        boxes: [box('aws-icon', 'EC2 (EC2)')],
        at: {},
        says: 'The label EC2 (EC2) says EC2 twice',
        fix: 'Call it EC2',
      },
      {
        // The name of a resource is in its template.
        boxes: [box('instance', 'EC2 EC2')],
        at: {},
        says: 'The label EC2 EC2 says EC2 twice',
        fix: null,
      },
      {
        boxes: [box('aws-icon', 'Simple Queue Service (SQS)'), box('aws-icon', 'simple queue service (SQS)')],
        at: { 'simple queue service (SQS)': [200, 0] },
        says: 'simple queue service is spelt out more than once; SQS will do here',
        fix: 'Call it SQS',
      },
    ],
  },
  'lines-right-angled': {
    good: [
      { boxes: [line(true)], at: { Line: [0, 0, 200, 100] } },
      { boxes: [line(false)], at: { Line: [0, 0, 200, 0] } },
      // With right angles it would run through the icon.
      { boxes: [line(false), box('instance', 'Web')], at: { Line: [0, 0, 400, 200], Web: [152, 120] } },
    ],
    bad: [
      {
        boxes: [line(false)],
        at: { Line: [0, 0, 200, 100] },
        says: 'Line is diagonal',
        fix: 'Draw Line with right angles',
      },
      {
        boxes: [line(false)],
        at: { Line: [0, 0, 200, 6] },
        says: 'Line is slanted by 6 px',
        fix: 'Straighten Line',
      },
    ],
  },
  'lines-clear-of-icons': {
    good: [{ boxes: [line(false), box('instance', 'Web')], at: { Line: [0, 20, 300, 0], Web: [290, 0] } }],
    bad: [
      {
        boxes: [line(false), box('instance', 'Web')],
        at: { Line: [0, 20, 300, 0], Web: [100, 0] },
        says: 'Line runs through Web',
        fix: null,
      },
    ],
  },
  'call-out-numbers': {
    good: [{ boxes: [callOut('A', 1), callOut('B', 2)], at: { B: [100, 0] } }],
    bad: [
      {
        boxes: [callOut('A', 1), callOut('B', 4)],
        at: { B: [100, 0] },
        says: '2–3 is missing before call-out 4',
        fix: 'Renumber 1 to 2',
      },
      {
        boxes: [callOut('A', 1), callOut('B', 1)],
        at: { B: [100, 0] },
        says: 'Two call-outs have the number 1',
        fix: 'Renumber 1 to 2',
      },
      {
        boxes: [callOut('A', 2)],
        at: {},
        says: '1 is missing before call-out 2',
        fix: 'Number it 1',
      },
    ],
  },
  'call-out-order': {
    good: [
      // Row by row, column by column, clockwise.
      {
        boxes: [callOut('A', 1), callOut('B', 2), callOut('C', 3), callOut('D', 4)],
        at: { A: [0, 0], B: [100, 0], C: [0, 100], D: [100, 100] },
      },
      {
        boxes: [callOut('A', 1), callOut('B', 2), callOut('C', 3), callOut('D', 4)],
        at: { A: [0, 0], B: [0, 100], C: [100, 0], D: [100, 100] },
      },
      {
        boxes: [callOut('A', 1), callOut('B', 2), callOut('C', 3), callOut('D', 4)],
        at: { A: [0, 0], B: [100, 0], C: [100, 100], D: [0, 100] },
      },
    ],
    bad: [
      {
        boxes: [callOut('A', 1), callOut('B', 2), callOut('C', 3), callOut('D', 4)],
        at: { A: [0, 0], B: [300, 0], C: [100, 0], D: [200, 0] },
        says: 'Call-out 2 is not where one looks for it after 1',
        fix: 'Renumber by where they stand',
      },
    ],
  },
  'call-out-size': {
    good: [{ boxes: [callOut('A', 1), callOut('B', 2)], at: { B: [100, 0] } }],
    bad: [
      {
        boxes: [callOut('A', 1), callOut('B', 2), callOut('C', 3)],
        at: { B: [100, 0], C: [200, 0, 40, 40] },
        says: 'Call-out 3 is 40×40 px, most are 28×28 px',
        fix: 'Make call-out 3 28×28 px',
      },
    ],
  },
};

const checker = createChecker(catalog);

function drawn({ boxes, at }: Drawn): Document {
  const document = fromSketch(catalog, sketch(...boxes));
  const resources = new Map(document.resources);
  for (const { name } of boxes) {
    const resource = resources.get(name);
    if (resource !== undefined) resources.set(name, { ...resource, x: 0, y: 0 });
  }
  for (const [name, [x, y, w, h]] of Object.entries(at)) {
    const resource = resources.get(name);
    if (resource === undefined) throw new Error(`no box is named ${name}`);
    resources.set(name, { ...resource, x, y, w: w ?? resource.w, h: h ?? resource.h });
  }
  return { ...document, resources };
}

test('every guideline has examples', () => {
  expect(Object.keys(examples).sort()).toEqual(guidelines.map(({ id }) => id).sort());
  for (const { good, bad } of Object.values(examples)) {
    expect(good.length).toBeGreaterThan(0);
    expect(bad.length).toBeGreaterThan(0);
  }
});

describe.each(Object.entries(examples))('%s', (id, { good, bad }) => {
  test.each(good.map((each, index) => [index + 1, each] as const))(
    'is kept by its good example %i',
    (_, example) => {
      const { found } = checker.check(drawn(example));

      expect(found.map(({ message }) => message.en)).toEqual([]);
    },
  );

  test.each(bad.map((each) => [each.says, each] as const))('finds: %s', (says, example) => {
    const document = drawn(example);
    const checked = checker.check(document);
    const [found] = checked.found;

    expect(checked.found.map(({ guideline, message }) => [guideline, message.en])).toEqual([[id, says]]);
    if (found === undefined) return;
    expect(found.message.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    const plan = checker.fixFor(checked, found);
    expect(plan?.title.en ?? null).toBe(example.fix);
    if (plan === undefined) return;
    const after = documentAfter({ catalog }, document, plan);
    expect(checker.check(after).found).toEqual([]);
  });
});
