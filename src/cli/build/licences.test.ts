import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { licenceText } from './licences';

test('the notice that the page shows is that of the project', () => {
  expect(readFileSync('public/NOTICE.txt', 'utf8')).toBe(readFileSync('NOTICE', 'utf8'));
});

test('the notice names AWS’s validator, its licence and where its own notices lie', () => {
  const notice = readFileSync('NOTICE', 'utf8');

  expect(notice).toContain('"@aws/cloudformation-validate"');
  expect(notice).toMatch(
    /Apache\s+License 2\.0\. Its licence, its notice .* folder "cloudformation-validate"/s,
  );
});

test('each package’s licence is found where its author put it, and one that is only named is written out', () => {
  const texts = ['react', 'jszip', 'isarray', 'fontkit'].map((name) => licenceText(`node_modules/${name}`));

  for (const text of texts) expect(text).toContain('Permission is hereby granted, free of charge');
  expect(texts[1]).toContain('JSZip is dual licensed');
  expect(texts[2]).toContain('Julian Gruber');
  expect(texts[3]).toContain('Copyright (c) Devon Govett\n');
});
