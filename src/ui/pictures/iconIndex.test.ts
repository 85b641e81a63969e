import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fold } from '../palette/entries';
import { asWritten, iconAt, icons, iconsFor } from './iconIndex';
import { spaced } from './iconSpellings';
import { japaneseWords, shortWords, spokenNames } from './iconWords';

const first = (query: string): string | undefined => iconsFor(query)[0]?.path;
const found = (query: string): readonly string[] => iconsFor(query).map(({ path }) => path);

test('every icon of the AWS set can be chosen, and each is a file that is shipped', () => {
  expect(icons).toHaveLength(809);
  for (const { path } of icons)
    expect(existsSync(`node_modules/aws-icons/icons/${path}.svg`), path).toBe(true);
});

test('every icon is found by its own name', () => {
  for (const { path, label } of icons) expect(found(label), label).toContain(path);
});

test('the names of files are read as words', () => {
  expect(spaced('AmazonVPCNATGateway')).toBe('Amazon VPC NAT Gateway');
  expect(spaced('AWSIoTThingBicycle')).toBe('AWS IoT Thing Bicycle');
  expect(spaced('AmazonSimpleStorageServiceBucket')).toBe('Amazon Simple Storage Service Bucket');
});

test('icons are called as AWS writes them, also where the file name has no capital letters or too many', () => {
  expect(spaced('AmazonDynamoDBTable')).toBe('Amazon DynamoDB Table');
  expect(spaced('AmazonFSxforNetAppONTAP')).toBe('Amazon FSx for NetApp ONTAP');
  expect(spaced('AWSCostandUsageReport')).toBe('AWS Cost and Usage Report');
  expect(spaced('AWSSitetoSiteVPN')).toBe('AWS Site-to-Site VPN');
  expect(spaced('AmazonRoute53HostedZone')).toBe('Amazon Route 53 Hosted Zone');
  expect(spaced('AWSCommandLineInterface')).toBe('AWS Command Line Interface');
  // No word of two in a row is a letter alone: that was one word.
  expect(icons.filter(({ label }) => /\b[A-Z] [A-Z][a-z]/.test(label)).map(({ label }) => label)).toEqual([]);
});

test('icons are found by the names people use', () => {
  expect(first('s3')).toBe('architecture-service/AmazonSimpleStorageService');
  expect(first('nat gateway')).toBe('resource/AmazonVPCNATGateway');
  expect(first('natgateway')).toBe('resource/AmazonVPCNATGateway');
  expect(found('lambda')).toContain('architecture-service/AWSLambda');
  expect(found('ＬＡＭＢＤＡ')).toContain('architecture-service/AWSLambda');
});

test('icons are found in Japanese, in hiragana and while a word is still typed', () => {
  expect(found('ユーザー')).toContain('resource/User');
  expect(found('ろーどばらん')).toContain('architecture-service/ElasticLoadBalancing');
  expect(found('データセンター')).toContain('architecture-group/Corporatedatacenter');
});

test('a service is found by its name as it is said in Japanese, and not by a shorter word that the name begins with', () => {
  expect(found('ラムダ')).toContain('architecture-service/AWSLambda');
  expect(found('らむだ')).toContain('architecture-service/AWSLambda');
  expect(found('きねし')).toContain('architecture-service/AmazonKinesis');
  expect(first('クラウドフロント')).toBe('architecture-service/AmazonCloudFront');
  expect(first('シークレットマネージャー')).toBe('architecture-service/AWSSecretsManager');
  expect(found('クラウドフロント')).not.toContain('architecture-group/AWSCloud');
  expect(asWritten('らむだ　関数')).toBe('lambda 関数');
});

test('every abbreviation and every Japanese word leads to some icon', () => {
  const inJapanese = { ...japaneseWords, ...spokenNames };
  for (const word of [...Object.keys(shortWords), ...Object.keys(inJapanese)])
    expect(found(word).length, word).toBeGreaterThan(0);
  const missing = Object.entries(inJapanese).flatMap(([word, english]) =>
    english
      .filter((each) => !icons.some(({ text }) => text.includes(fold(each))))
      .map((each) => `${word}: ${each}`),
  );
  expect(missing).toEqual([]);
});

test('nothing is found for nothing, and for words that no icon has', () => {
  expect(found(' ')).toEqual([]);
  expect(found('qqqq')).toEqual([]);
  expect(iconAt('../secret')).toBeUndefined();
});
