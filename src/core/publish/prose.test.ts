import { expect, test } from 'vitest';
import { markdownBlocks } from '../scenes/markdown';
import { proseIn } from './prose';

function linesOf(text: string, width: number): readonly string[] {
  return proseIn(markdownBlocks(text), width, 12).lines.map(({ runs }) =>
    runs.map((run) => run.text).join(''),
  );
}

test('what is code stays in one line where it fits into one', () => {
  for (let width = 120; width < 260; width += 5) {
    const lines = linesOf('The table sends `10.123.0.0/16` to the peer, as `vpc-peer/one.two` says.', width);

    expect(lines.some((line) => line.includes('10.123.0.0/16'))).toBe(true);
    expect(lines.join(' ')).toBe('The table sends 10.123.0.0/16 to the peer, as vpc-peer/one.two says.');
  }
});

test('code that is wider than the room is broken all the same, and none of it is lost', () => {
  const address = '2001:db8:1234:5678:9abc:def0:1234:5678';

  const lines = linesOf(`\`${address}\``, 100);

  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join('')).toBe(address);
});
