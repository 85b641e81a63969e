import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom, lookOf, proposedFor } from '../../testing/kindFacts';
import { services } from './services';

test.each(Object.entries(services))('%s has an icon', (_, { icon }) => {
  const file = new URL(`../../../node_modules/aws-icons/icons/${icon}.svg`, import.meta.url);
  expect(existsSync(fileURLToPath(file))).toBe(true);
});

test('a service that is not in the list is drawn with a plain icon and its name', () => {
  const document = drawn(catalog, box('aws-service', 'Textract', { service: 'textract' }));

  expect(lookOf(catalog, document, 'Textract')).toEqual({ detail: 'textract' });
});

test.each(['__proto__', 'constructor'])('%s, which every object has, is such a service too', (name) => {
  const document = drawn(catalog, box('aws-service', 'Strange', { service: name }));

  expect(lookOf(catalog, document, 'Strange')).toEqual({ detail: name });
});

test('a service is that of the Region it stands in', () => {
  const document = drawn(
    catalog,
    box('region', 'Osaka', { region: 'ap-northeast-3' }, box('aws-service', 'S3', { service: 's3' })),
  );

  expect(factsFrom(catalog, document, 'S3')).toMatchObject([{ service: 's3', region: 'ap-northeast-3' }]);
});

test('a service that is named in full is that of the Region in its name', () => {
  const document = drawn(catalog, box('aws-service', 'S3', { service: 'com.amazonaws.us-east-1.s3' }));

  expect(factsFrom(catalog, document, 'S3')).toMatchObject([{ service: 's3', region: 'us-east-1' }]);
  expect(lookOf(catalog, document, 'S3').label?.en).toBe('Amazon S3');
});

test('a new service is the first that is not drawn yet', () => {
  const document = drawn(
    catalog,
    box('region', 'Region', {}, box('aws-service', 'S3', { service: 's3' }), box('aws-service', 'New')),
  );

  expect(proposedFor(catalog, document, 'New')).toEqual({ service: 'dynamodb' });
});

test.each(['__proto__', 'constructor', 'toString'])(
  'a service called %s has no name and icon of its own',
  (service) => {
    const document = drawn(catalog, box('aws-service', 'Service', { service }));

    expect(lookOf(catalog, document, 'Service')).toEqual({ detail: service });
  },
);
