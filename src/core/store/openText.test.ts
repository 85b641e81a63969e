import { describe, expect, it } from 'vitest';
import { formatOf } from './openText';

describe('what a text is', () => {
  it.each([
    ['{"vpcanvas": 1}', 'diagram'],
    ['\ufeff  {\n "name": "x", "vpcanvas": 1}', 'diagram'],
    ['{\n  "vpcanvas": 1, "resources": [', 'diagram'],
    ['{"Resources": {}}', 'template'],
    ['{"Resources": {"Vpc": ', 'template'],
    ['{Resources: {Vpc: {Type: "AWS::EC2::VPC"}}}', 'template'],
    ['AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  A: 1\n', 'template'],
    ['# a comment\r\n---\r\nResources:\r\n  A: 1\r\n', 'template'],
    ['"Resources":\n  A: [1\n', 'template'],
    ['Resources:\n\tA: 1\n', 'template'],
    ['{"Vpcs": []}', 'aws-answer'],
    ['{"NextToken": "a", "Subnets": [{"SubnetId": "subnet-1"}]}', 'aws-answer'],
    ['{"Vpcs": []}\n{"Subnets": []}\n', 'aws-answer'],
    ['[{"Vpcs": []}, {"Subnets": []}]', 'aws-answer'],
    ['{"VpcId": "vpc-1", "EnableDnsSupport": {"Value": true}}', 'aws-answer'],
  ])('is found by its content: %s', (text, format) => {
    expect(formatOf(text)).toEqual({ format });
  });

  it.each([
    ['', 'empty'],
    [' \n\ufeff', 'empty'],
    ['hello', 'neither'],
    ['{"name": "left-pad", "version": "1.0.0"}', 'neither'],
    ['kind: Pod\nspec:\n  resources: {}\n', 'neither'],
    ['[1, 2]', 'neither'],
    ['<mxfile host="app.diagrams.net"><diagram>7Vpbc6</diagram></mxfile>', 'draw.io'],
    ['<?xml version="1.0" encoding="UTF-8"?>\n<mxGraphModel><root/></mxGraphModel>', 'draw.io'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'neither'],
    ['[{"VpcId": "vpc-1"}]', '--query'],
    ['["vpc-1", "vpc-2"]', '--query'],
    ['[["vpc-1", "10.0.0.0/16"]]', '--query'],
    ['{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}', '--query'],
    [
      'Vpcs:\n- CidrBlock: 10.0.0.0/16\n  VpcId: vpc-1\n',
      '“yaml”, which is not read. Run the command again with --output json',
    ],
    ['- Vpcs:\n  - CidrBlock: 10.0.0.0/16\n', '“yaml”'],
    ['Vpcs: []\r\n', '“yaml”'],
    ['VPCS\t10.0.0.0/16\tdopt-1\tdefault\tFalse\tvpc-1\nTAGS\tName\tprod\n', '“text”'],
    ['-----------------\n|  DescribeVpcs |\n+---------------+\n', '“table”'],
    [
      '\nAn error occurred (UnauthorizedOperation) when calling the DescribeVpcs operation: You may not.\n',
      'DescribeVpcs was answered with UnauthorizedOperation',
    ],
    ['vpcs: none of ours\n', 'neither'],
    ['HELLO\tworld\n', 'neither'],
    ['----\nnotes\n', 'neither'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'neither'],
    ['{"a": 1', 'cut off'],
    ['\ufffdPNG\r\n\u001a\n\u0000\u0000', 'binary'],
  ])('is said in one sentence when it is nothing we read: %j', (text, words) => {
    const found = formatOf(text);

    expect('failure' in found && found.failure.message.en).toContain(words);
  });
});
