import { describe, expect, test } from 'vitest';
import { program } from 'virtual:player';
import { catalog } from '../../../aws';
import { gallery } from '../../../testing/gallery';
import { documentOf } from '../../../testing/gallery/example';
import { hostileTexts } from '../../../testing/hostileNames';
import { largeDesign } from '../../../testing/largeDesign';
import { listPrices } from '../../cost/prices';
import type { Document } from '../../model/document';
import { contentOf } from './content';
import { playerData } from './playerData';
import { playerHtml } from './playerHtml';

const example = gallery.find(({ id }) => id === 'three-paths');
if (example === undefined) throw new Error('expected the three paths');
const design = documentOf(catalog, example);
const content = contentOf(catalog, design, listPrices);

const options = { program, language: 'en', theme: 'auto', artwork: new Map<string, string>() } as const;

describe('what the player shows', () => {
  test('nothing shows a verdict that the audience is asked about later', () => {
    const asked = 'Isolated → S3, TCP 443: ';
    const [first, second] = content.pages;
    const described = (drawing = -1): string => content.drawings[drawing]?.en.description ?? '';

    expect(described(first?.moments[0]?.drawing)).toContain(`${asked}not yet computed`);
    expect(described(second?.moments[0]?.drawing)).toContain(`${asked}not yet computed`);
    expect(described(second?.moments[1]?.drawing)).toContain(`${asked}blocked`);
    expect(second?.question).toMatchObject({ verdict: 'blocked' });
  });

  test('blocks of text and highlights come moment by moment', () => {
    const moments = content.pages[0]?.moments ?? [];

    expect(moments.map(({ hiddenBlocks }) => hiddenBlocks)).toEqual([[2, 3], [3], []]);
    expect(moments.map(({ highlighted }) => highlighted.length)).toEqual([0, 4, 5]);
  });

  test('a packet stops where something is decided, and its header is told before and after', () => {
    const page = content.pages.find(({ title }) => title.en === 'Path 1: internet gateway');
    const packet = content.packets[page?.moments.at(-1)?.packet ?? -1];

    expect(packet?.label).toBe('443');
    expect(packet?.stops.map(({ name, isReply }) => `${name}${isReply ? ' (reply)' : ''}`)).toEqual([
      'Web',
      'InternetGateway',
      'S3',
      'InternetGateway (reply)',
      'Web (reply)',
    ]);
    expect(packet?.stops[1]?.after?.en).toContain('Web (public)');
  });

  test('a scene that has a lens is seen through it, and through no other', () => {
    const [before, guarded] = content.pages.slice(4, 6);
    const drawn = (page = before) => content.drawings[page?.moments.at(-1)?.drawing ?? -1]?.en;

    expect([before?.lens, guarded?.lens?.en]).toEqual([null, 'Security']);
    expect(drawn(before)?.groups.some(({ opacity }) => opacity === 0.25)).toBe(false);
    expect(drawn(guarded)?.groups.filter(({ opacity }) => opacity === 0.25).length).toBeGreaterThan(5);
    // Which arrows are faint is told by the moments.
    expect(
      drawn(guarded)?.groups.filter(({ id, opacity }) => id.startsWith('flow ') && opacity === 0.25),
    ).toEqual([]);
  });

  test('what it costs is by the prices that are handed to it', () => {
    const bill = gallery.find(({ id }) => id === 'no-nat');
    if (bill === undefined) throw new Error('expected an example with a bill');
    const own = { 'interface-endpoint hour': 1, 'interface-endpoint gb': 0 };

    const { pages } = contentOf(catalog, documentOf(catalog, bill), { own });

    expect(pages.at(-1)?.lens).toEqual({
      en: 'Cost: $1,460.00 a month at own prices',
      ja: 'コスト: 月額 $1,460.00 (独自の料金)',
    });
  });

  test('scenes whose resources were deleted are shown without them', () => {
    const without = { ...design, resources: new Map(), flows: new Map() };

    const { pages, packets } = contentOf(catalog, without, listPrices);

    expect(pages).toHaveLength(10);
    expect(packets).toEqual([]);
    expect(pages.every(({ moments }) => moments.every(({ highlighted }) => highlighted.length === 0))).toBe(
      true,
    );
  });
});

describe('the file of the player', () => {
  test('has what looks alike once, however many scenes and languages show it', () => {
    const { marks, groups, drawings } = playerData(content, new Map(), options);

    expect(new Set(marks).size).toBe(marks.length);
    // Three drawings in two languages; one of them is seen through a lens, in which much looks otherwise.
    const listed = drawings.flatMap(({ en, ja }) => [...en.groups, ...ja.groups]);
    expect(new Set(listed).size).toBe(groups.length);
    expect(groups.length).toBeLessThan(listed.length * 0.75);
  });

  test.each(hostileTexts)('%j as a name stays text', (text) => {
    const resources = new Map([...design.resources].map(([id, each]) => [id, { ...each, name: text }]));
    const scenes = new Map(
      [...design.scenes].slice(0, 2).map(([id, scene]) => [id, { ...scene, title: { en: text, ja: text } }]),
    );
    const hostile: Document = { ...design, name: text, resources, scenes };

    const html = playerHtml(contentOf(catalog, hostile, listPrices), options);

    // The program and the data, each with its own end, and no other element that could do anything.
    expect(html.match(/<\/?script\b/g)).toHaveLength(4);
    const data = /id="data">([^<]*)<\/script>/.exec(html)?.[1] ?? '';
    expect(data).not.toMatch(/[\u2028\u2029]/);
    expect(() => JSON.parse(data) as unknown).not.toThrow();
  });

  test('a design of 50 resources takes less than 150 kB beside its icons', () => {
    const large = contentOf(catalog, largeDesign(catalog, 50), listPrices);

    expect(playerHtml(large, options).length).toBeLessThan(150_000);
  });
});
