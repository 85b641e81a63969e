import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { arbitraryDocument } from '../../testing/arbitraryDocument';
import { hopsFor } from '../drawing/arrowHops';
import { createBoxes } from '../drawing/boxes';
import { contextOf } from '../rules/context';
import { exportMermaid, isMerePicture } from './exportMermaid';

test('whatever is drawn, each box that is no mere picture is one node or subgraph, each flow has one label, and what is opened is closed', () => {
  fc.assert(
    fc.property(arbitraryDocument(catalog), (document) => {
      const { text, remarks } = exportMermaid(catalog, document, 'en');
      const lines = text.split('\n');

      expect(exportMermaid(catalog, document, 'en').text).toBe(text);
      const boxes = createBoxes(catalog)(document);
      const pictures = [...boxes.values()].filter((each) => isMerePicture(catalog, each)).length;
      const named = lines.flatMap((line) => /^ +(?:subgraph )?(r_\w+)\["/.exec(line)?.[1] ?? []);
      expect(new Set(named).size).toBe(named.length);
      expect(named).toHaveLength(boxes.size - pictures);
      const opened = lines.filter((line) => /^ +subgraph /.test(line));
      expect(lines.filter((line) => /^ +end$/.test(line))).toHaveLength(opened.length);

      const { traces } = contextOf(catalog, document);
      const drawn = [...document.flows.values()].filter(
        (flow) => hopsFor(flow, boxes, new Map(), traces.get(flow.id), catalog).length > 1,
      );
      const links = lines.filter((line) => /^ +r_\w+ [-.x>]+(?:\|"[^"]*"\|)? r_\w+$/.test(line));
      expect(links.filter((line) => line.includes('|"'))).toHaveLength(
        drawn.length - remarks.length + Math.min(pictures, 1),
      );
      const styled = lines.flatMap((line) => /linkStyle ([\d,]+) /.exec(line)?.[1]?.split(',') ?? []);
      expect(styled.map(Number).sort((a, b) => a - b)).toEqual(links.map((_, index) => index));
    }),
    { numRuns: 100 },
  );
});
