import { describe, expect, test } from 'vitest';
import { fitted, nameLines, paragraphLines, printable, widthOf } from './lines';

const type = { size: 12 };

describe('a name below an icon', () => {
  test('stays on one line where there is room', () => {
    expect(nameLines('NatGateway', 110, 2, type)).toEqual(['NatGateway']);
  });

  test('is broken between its words into lines of about the same length', () => {
    expect(nameLines('SsmMessagesEndpointForAll', 110, 2, type)).toEqual(['SsmMessages', 'EndpointForAll']);
    expect(nameLines('production web server one', 110, 2, type)).toEqual(['production web', 'server one']);
  });

  test('is broken within a word only where that alone is too long', () => {
    const lines = nameLines('x'.repeat(30), 110, 2, type);

    expect(lines.join('')).toBe('x'.repeat(30));
    expect(Math.max(...lines.map((line) => widthOf(line, type)))).toBeLessThanOrEqual(110);
  });

  test('ends with an ellipsis where two lines are not enough', () => {
    const lines = nameLines('AnEndpointWhoseNameSaysEverythingThatAnybodyKnowsOfIt', 110, 2, type);

    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });

  test('in Japanese is broken between letters, but no line begins with a mark that ends a word', () => {
    const lines = nameLines('本番環境のウェブサーバー', 90, 2, type);

    expect(lines.join('')).toBe('本番環境のウェブサーバー');
    expect(lines).toHaveLength(2);
    expect(nameLines('サーバーサーバー', 40, 4, type).some((line) => line.startsWith('ー'))).toBe(false);
  });
});

describe('the words of a note', () => {
  test('keep their own line breaks', () => {
    expect(paragraphLines('one\n\ntwo', 200, 9, type)).toEqual(['one', '', 'two']);
  });

  test('end with an ellipsis where there is no room for more', () => {
    expect(paragraphLines('one\ntwo\nthree', 200, 2, type)).toEqual(['one', 'two …']);
  });

  // Were all of them laid out, and each line looked for from the start, they would outlast the time that a test has.
  test('of a megabyte are laid out as far as they are shown', () => {
    expect(paragraphLines('word '.repeat(200_000), 100, 4, type)).toHaveLength(4);
    expect(paragraphLines('a\n'.repeat(500_000), 100, 4, type)).toEqual(['a', 'a', 'a', 'a …']);
  });
});

test('a text that is cut keeps its letters whole', () => {
  expect(fitted('👩‍💻👩‍💻👩‍💻👩‍💻', 60, type)).toMatch(/^(👩‍💻)*…$/u);
});

test('a text has no marks that would turn what stands around it', () => {
  expect(printable('a\u202eb\u0000c\nd')).toBe('abc d');
});
