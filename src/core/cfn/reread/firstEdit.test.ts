/** The text of a diagram that has no template yet, edited. */
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { shownText, textToEdit } from '../../../testing/editedText';
import { fromSketch } from '../../catalog/fromSketch';
import { emptyDocument, type Document, type Resource } from '../../model/document';
import { arrow, box, sketch } from '../../model/sketch';

const the = (document: Document, id: string): Resource => {
  const found = document.resources.get(id);
  if (found === undefined) throw new Error(`${id} is not in the diagram`);
  return found;
};

describe('a diagram drawn from nothing', () => {
  const drawn = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Shop',
        {},
        box('internet-gateway', 'Gateway'),
        box('subnet', 'Front', {}, box('instance', 'Web')),
        box('text-note', 'Remember'),
      ),
      box('internet', 'Internet'),
      arrow('Web', 'Internet'),
    ),
  );

  test('becomes that of a template by the first edit, and keeps what no template holds', () => {
    const edited = textToEdit(drawn);
    const text = `# Mine now\n${edited.text.replace('10.0.0.0/24', '10.0.7.0/24')}`;

    const after = edited.after(text);

    expect(after.templates.get('network.yaml')?.text).toBe(text);
    expect(after.flows).toBe(drawn.flows);
    expect(the(after, 'Remember')).toBe(the(drawn, 'Remember'));
    expect(the(after, 'Internet')).toBe(the(drawn, 'Internet'));
    expect(the(after, 'Front')).toMatchObject({ x: the(drawn, 'Front').x, props: { cidr: '10.0.7.0/24' } });
    expect(shownText(after)).toBe(text);
  });

  test('that is empty can be written', () => {
    const edited = textToEdit(emptyDocument);

    const after = edited.after(
      'Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n    Properties: { CidrBlock: 10.0.0.0/16 }\n',
    );

    expect([...after.resources.values()].map(({ kind }) => kind).sort()).toEqual(['region', 'vpc']);
  });

  test('puts a note out of a VPC that is written away', () => {
    const edited = textToEdit(drawn);

    const after = edited.after('Resources: {}\n');

    expect(the(after, 'Remember').parentId).toBeNull();
    expect([...after.resources.keys()].sort()).toEqual(['Internet', 'Remember']);
  });
});
