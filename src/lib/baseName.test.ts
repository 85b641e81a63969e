import { expect, test } from 'vitest';
import { baseName } from './baseName';

test.each([
  ['nets/main.yaml', 'main'],
  ['C:\\nets\\main.v2.json', 'main.v2'],
  ['design.vpcanvas.json', 'design'],
  ['template', 'template'],
])('%s is %s', (path, base) => {
  expect(baseName(path)).toBe(base);
});
