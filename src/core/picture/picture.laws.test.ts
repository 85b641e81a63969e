/** What holds for the picture of every diagram, whatever its author called things and wherever they stand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { arbitraryDocument } from '../../testing/arbitraryDocument';
import { gallery } from '../../testing/gallery';
import { documentOf } from '../../testing/gallery/example';
import { hostileTexts } from '../../testing/hostileNames';
import { elementsOf, pictureOf, readStrictly, svgFile } from '../../testing/pictures';
import { grown, type Rect } from '../../lib/rect';
import type { Document, Resource } from '../model/document';
import { boundsOf } from './bounds';

const drawn = arbitraryDocument(catalog, 14);
const runs = { numRuns: 60 };

/** What our own files consist of; anything else came in by a name. */
const ours = new Set(
  'svg title desc metadata style defs symbol g rect path text use image circle clipPath animate animateMotion vpcanvas:notice vpcanvas:diagram'.split(
    ' ',
  ),
);

test('an SVG file is well-formed XML of our own elements, and asks for nothing from elsewhere', () => {
  const options = fc.record({
    theme: fc.constantFrom('light' as const, 'dark' as const, 'auto' as const),
    animated: fc.boolean(),
  });
  fc.assert(
    fc.property(
      drawn,
      options,
      fc.constantFrom('en' as const, 'ja' as const),
      (document, given, language) => {
        const svg = svgFile(pictureOf(document, { language, legend: true, heading: document.name }), given);

        readStrictly(svg);
        expect([...elementsOf(svg.replace('<?xml', ''))].filter((name) => !ours.has(name))).toEqual([]);
        expect([...svg.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, to]) => to)).toSatisfy(
          (links: readonly string[]) => links.every((to) => /^#|^data:image\//.test(to)),
        );
        expect(svg).not.toMatch(/\bon\w+="|@import|url\(\s*['"]?(?!#)/);
      },
    ),
    runs,
  );
});

test.each(hostileTexts)('a name stays text: %j', (name) => {
  const [example] = gallery;
  if (example === undefined) throw new Error('expected an example');
  const document = renamed(documentOf(catalog, example), name);

  const svg = svgFile(pictureOf(document, { heading: name, legend: true }), { theme: 'auto', source: name });

  readStrictly(svg);
  expect([...elementsOf(svg.replace('<?xml', ''))].filter((each) => !ours.has(each))).toEqual([]);
});

test('everything that is painted lies within what is shown', () => {
  fc.assert(
    fc.property(drawn, (document) => {
      const picture = pictureOf(document, { legend: true, heading: document.name });

      const room = boundsOf(picture.groups);
      if (room !== undefined) expect(isWithin(room, picture.view)).toBe(true);
    }),
    runs,
  );
});

test('the same diagram gives the same file, in whatever order its records lie', () => {
  fc.assert(
    fc.property(drawn, (document) => {
      const reversed = {
        ...document,
        resources: new Map([...document.resources].reverse()),
        flows: new Map([...document.flows].reverse()),
      };

      expect(svgFile(pictureOf(reversed))).toBe(svgFile(pictureOf(document)));
    }),
    { numRuns: 20 },
  );
});

test('what a box says lies within it: no title goes beyond its container, no words beyond their note', () => {
  fc.assert(
    fc.property(drawn, (document) => {
      for (const { parts } of pictureOf(document).groups) {
        const [frame] = parts;
        // Of an icon the name is below its plate.
        if (frame?.draw !== 'box' || frame.stroke === undefined) continue;
        for (const part of parts) {
          const room = boundsOf([{ id: '', layer: 'containers', parts: [part] }]);
          if (part.draw === 'text' && room !== undefined)
            expect(isWithin(room, grown(frame, 1)), JSON.stringify([part, frame])).toBe(true);
        }
      }
    }),
    runs,
  );
});

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

function renamed(document: Document, name: string): Document {
  const resources = new Map(
    [...document.resources].map(([id, resource]) => [id, { ...resource, name } as Resource]),
  );
  const flows = new Map([...document.flows].map(([id, flow]) => [id, { ...flow, label: name }]));
  return { ...document, name, resources, flows };
}
