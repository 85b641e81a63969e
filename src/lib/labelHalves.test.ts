import { expect, test } from 'vitest';
import { labelHalves } from './labelHalves';

test('a name of three words or more is broken after its second word, so that AWS and Amazon stay with the next one', () => {
  expect(labelHalves('AWS Transit Gateway')).toEqual(['AWS Transit', 'Gateway']);
  expect(labelHalves('Amazon Simple Queue Service')).toEqual(['Amazon Simple', 'Queue Service']);
  expect(labelHalves('Amazon S3')).toBeUndefined();
  expect(labelHalves('WebServer')).toBeUndefined();
});
