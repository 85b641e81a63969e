/** Pictures travel with the diagram: through links, versions that are compared, and edits of the template's text, in which they are not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { diffOf } from '../core/diff/diff';
import type { Document, Resource } from '../core/model/document';
import { readDiagram } from '../core/store/diagramFile';
import { linkFragment, textOfLink } from '../core/store/shareLink';
import { arbitraryDesign } from '../testing/arbitraryDesign';
import { textToEdit } from '../testing/editedText';
import { withPictures } from '../testing/withPictures';

const designAndPictured = arbitraryDesign
  .map((sketch) => fromSketch(catalog, sketch))
  .chain((design) => fc.tuple(fc.constant(design), withPictures(catalog, design)));

const picturesOf = ({ resources }: Document): readonly Resource[] =>
  [...resources.values()]
    .filter(({ kind }) => catalog.kind(kind).isAnnotation === true)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

test('a link keeps every picture, with its image', async () => {
  await fc.assert(
    fc.asyncProperty(designAndPictured, async ([, pictured]) => {
      const sent = await textOfLink(`https://example.com/${await linkFragment(catalog, pictured)}`);
      const read = readDiagram(catalog, 'text' in sent ? sent.text : '');

      expect(read).toMatchObject({ problems: [] });
      // Of two with one key of order, a reader gives one another key.
      const kept = (document: Document) => picturesOf(document).map((each) => ({ ...each, order: '' }));
      expect('document' in read ? kept(read.document) : []).toEqual(kept(pictured));
    }),
    { numRuns: 20 },
  );
});

/** Edits of somebody who sees only the template: a word beside it, something new in it. */
const edits = {
  'a comment': (text: string) => `${text}\n# looked through\n`,
  'a new resource': (text: string) =>
    /^Resources:\s*(\{\})?$/m.test(text)
      ? text.replace(
          /^Resources:\s*(\{\})?$/m,
          'Resources:\n  PicturesBucket:\n    Type: AWS::S3::Bucket\n  PicturesVpc:\n    Type: AWS::EC2::VPC\n    Properties:\n      CidrBlock: 172.31.0.0/16',
        )
      : `${text}\nResources:\n  PicturesVpc:\n    Type: AWS::EC2::VPC\n    Properties:\n      CidrBlock: 172.31.0.0/16\n`,
} as const;

test.each(Object.entries(edits))(
  '%s in the text of the template leaves every picture as it was',
  (_, edit) => {
    fc.assert(
      fc.property(designAndPictured, ([, pictured]) => {
        const edited = textToEdit(pictured);

        const after = edited.after(edit(edited.text));

        expect(after).not.toBe(pictured);
        expect(picturesOf(after)).toEqual(picturesOf(pictured));
      }),
      { numRuns: 20 },
    );
  },
);

test('two versions of a diagram differ by the pictures that one of them has', () => {
  fc.assert(
    fc.property(designAndPictured, ([design, pictured]) => {
      const drawn = picturesOf(pictured)
        .map(({ id }) => id)
        .filter((id) => !design.resources.has(id));

      const { resources } = diffOf(catalog, design, pictured);

      expect(resources.map(({ is, id }) => `${is} ${id}`).sort()).toEqual(drawn.map((id) => `added ${id}`));
    }),
    { numRuns: 20 },
  );
});

test('where the text loses what pictures stand in, they stay, in what is around it', () => {
  fc.assert(
    fc.property(designAndPictured, ([, pictured]) => {
      const after = textToEdit(pictured).after('Resources: {}\n');

      const kept = (document: Document) =>
        picturesOf(document).map(({ id, name, w, h, props }) => ({ id, name, w, h, props }));
      expect(kept(after)).toEqual(kept(pictured));
      const isHeld = ({ parentId }: Resource) => parentId === null || after.resources.has(parentId);
      expect(picturesOf(after).every(isHeld)).toBe(true);
    }),
    { numRuns: 20 },
  );
});
