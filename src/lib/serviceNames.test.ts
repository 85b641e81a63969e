import { expect, test } from 'vitest';
import { fullServiceName, serviceMeant, serviceNameForTemplate, shortServiceName } from './serviceNames';

test.each([
  ['s3', 'com.amazonaws.eu-west-1.s3'],
  ['ecr.api', 'com.amazonaws.eu-west-1.ecr.api'],
  ['com.amazonaws.vpce.eu-west-1.vpce-svc-1', 'com.amazonaws.vpce.eu-west-1.vpce-svc-1'],
  ['aws.sagemaker.eu-west-1.studio', 'aws.sagemaker.eu-west-1.studio'],
  ['', ''],
])('%s stands for %s', (name, fullName) => {
  expect(fullServiceName('eu-west-1', name)).toBe(fullName);
});

test('only services of the same Region have short names', () => {
  expect(shortServiceName('eu-west-1', 'com.amazonaws.eu-west-1.ecr.dkr')).toBe('ecr.dkr');
  expect(shortServiceName('eu-west-1', 'com.amazonaws.us-east-1.s3')).toBe('com.amazonaws.us-east-1.s3');
  expect(shortServiceName('eu-west-1', 'com.amazonaws.eu-west-1.')).toBe('com.amazonaws.eu-west-1.');
});

test('a full name tells the Region of its service', () => {
  expect(serviceMeant('eu-west-1', 'sqs')).toEqual({ region: 'eu-west-1', service: 'sqs' });
  expect(serviceMeant('eu-west-1', 'com.amazonaws.ap-northeast-1.ecr.api')).toEqual({
    region: 'ap-northeast-1',
    service: 'ecr.api',
  });
});

test('a template names the Region it is deployed in, and any other by its name', () => {
  expect(serviceNameForTemplate('eu-west-1', 'com.amazonaws.eu-west-1.s3')).toEqual({
    'Fn::Sub': 'com.amazonaws.${AWS::Region}.s3',
  });
  expect(serviceNameForTemplate('eu-west-1', 'com.amazonaws.us-east-1.s3')).toBe(
    'com.amazonaws.us-east-1.s3',
  );
});
