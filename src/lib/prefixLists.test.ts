import { expect, test } from 'vitest';
import { regions } from './regions';
import { isPrefixListName, prefixListId, prefixListName } from './prefixLists';

test('every id that is known leads back to its name', () => {
  const names = regions.flatMap(({ name }) =>
    ['s3', 'dynamodb'].map((service) => `com.amazonaws.${name}.${service}`),
  );
  const known = names.filter((name) => prefixListId(name) !== undefined);

  expect(known).toHaveLength(30);
  for (const name of known)
    expect(prefixListName(name.split('.')[2] ?? '', prefixListId(name) ?? '')).toBe(name);
});

test('one id means two services in two Regions', () => {
  expect(prefixListName('ap-northeast-1', 'pl-78a54011')).toBe('com.amazonaws.ap-northeast-1.dynamodb');
  expect(prefixListName('ap-northeast-2', 'pl-78a54011')).toBe('com.amazonaws.ap-northeast-2.s3');
});

test('an id that is not in the table has no name', () => {
  expect(prefixListName('ap-northeast-1', 'pl-0123456789abcdef0')).toBeUndefined();
  expect(prefixListId('com.amazonaws.global.cloudfront.origin-facing')).toBeUndefined();
  expect(isPrefixListName('com.amazonaws.global.cloudfront.origin-facing')).toBe(true);
  expect(isPrefixListName('10.0.0.0/8')).toBe(false);
});
