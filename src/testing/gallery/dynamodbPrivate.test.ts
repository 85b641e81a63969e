/** The example gives back the template it was imported from, to the byte in what the template says. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplates } from '../../core/cfn/exportTemplate';
import { templateText } from '../../core/cfn/templateText';
import { dynamodbPrivate } from './dynamodbPrivate';
import { documentOf } from './example';

const name = 'ecs-lambda-dynamodb.yaml';
const text = readFileSync(`examples/templates/${name}`, 'utf8');

test('the example of private tasks is exported as the template that it was imported from', () => {
  const [exported, ...others] = exportTemplates(catalog, documentOf(catalog, dynamodbPrivate));

  if (exported === undefined) throw new Error('nothing was exported');
  expect(others).toEqual([]);
  expect(templateText(exported.exported.template, 'yaml').text).toBe(text);
});
