import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplates } from './exportTemplate';
import { importTemplates } from './importTemplates';
import { templateText } from './templateText';

const stack = (cidr: string): string => `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: ${cidr}
`;

test('two files of one name, with resources of one name, are two stacks', () => {
  const texts = [stack('10.0.0.0/16'), stack('10.1.0.0/16')];
  const { document } = importTemplates(
    catalog,
    texts.map((text) => ({ name: 'net.yaml', text })),
  );

  const vpcs = [...document.resources.values()].filter(({ kind }) => kind === 'vpc');
  expect(vpcs.map(({ provenance }) => provenance?.template)).toEqual(['net.yaml', 'net.yaml-2']);
  const written = exportTemplates(catalog, document).map(
    ({ exported }) => templateText(exported.template, 'yaml').text,
  );
  expect(written).toEqual(texts);
});
