import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson, readJsonTexts } from './json';

describe('readJson', () => {
  it('reads what JSON.parse reads, to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);

        const read = readJson(text);

        // A key named __proto__ is left out on purpose.
        fc.pre(!text.includes('__proto__'));
        expect('json' in read && read.json.value).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        fc.jsonValue().map((value) => JSON.stringify(value)),
        fc.nat(),
        fc.string({ maxLength: 3 }),
        (text, where, inserted) => {
          const at = where % (text.length + 1);
          const mangled = text.slice(0, at) + inserted + text.slice(at);

          const read = readJson(mangled);

          expect('json' in read).toBe(parses(mangled));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says that a text was cut off, wherever it was cut', () => {
    const text = '{"a":[1,"b",true,null,{"c":-2.5e3}]}';

    for (let length = 1; length < text.length; length++) {
      const read = readJson(text.slice(0, length));
      expect('fault' in read && read.fault.fault, text.slice(0, length)).toBe('cut-off');
    }
  });

  it('points at the line and column of a fault', () => {
    const read = readJson('{\n  "a": 1\n  "b": 2\n}');

    expect(read).toEqual({ fault: { fault: 'expected-comma-or-end', line: 3, column: 3, found: '"' } });
  });

  it('tells of keys given twice and remembers where objects began', () => {
    const read = readJson('{"a": 1,\n "a": {}}');
    if (!('json' in read)) throw new Error('expected a value');

    expect(read.json.duplicates).toEqual([{ key: 'a', line: 2, column: 2 }]);
    expect(read.json.placeOf((read.json.value as { a: object }).a)).toEqual({ line: 2, column: 7 });
  });

  it('leaves out a key that would change an object’s nature', () => {
    const read = readJson('{"__proto__": {"evil": true}, "b": 1}');
    if (!('json' in read)) throw new Error('expected a value');

    expect(read.json.value).toEqual({ b: 1 });
    expect((read.json.value as { evil?: boolean }).evil).toBeUndefined();
    expect(read.json.refused).toEqual([{ line: 1, column: 2 }]);
  });

  it('refuses endless nesting instead of running out of stack', () => {
    const read = readJson('['.repeat(1_000_000));

    expect('fault' in read && read.fault.fault).toBe('too-deep');
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('several JSON texts in one file', () => {
  it('are read one behind the other, however they are spaced', () => {
    const read = readJsonTexts('{"a":1}\n{"b":\n[2]}[3]  \n');

    expect('json' in read ? read.json.values : []).toEqual([{ a: 1 }, { b: [2] }, [3]]);
  });

  it('are refused at the place of a fault in any of them', () => {
    expect(readJsonTexts('{"a":1}\n{"b" 2}')).toMatchObject({
      fault: { fault: 'expected-colon', line: 2, column: 6 },
    });
    expect(readJsonTexts('{"a":1}\ntrue')).toMatchObject({ fault: { fault: 'text-after-end', line: 2 } });
  });
});
