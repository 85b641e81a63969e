import { expect, test } from 'vitest';
import { crc32 } from './checksum';

test('the check value of CRC-32 is as its catalogue has it', () => {
  // https://reveng.sourceforge.io/crc-catalogue/17plus.htm#crc.cat.crc-32-iso-hdlc
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('nothing has the checksum 0', () => {
  expect(crc32(new Uint8Array())).toBe(0);
});
