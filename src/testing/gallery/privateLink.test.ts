/** Two stacks in one diagram: the example gives back the templates it came from, and they give back the diagram. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { exportTemplates } from '../../core/cfn/exportTemplate';
import { importTemplates, type TemplateFile } from '../../core/cfn/importTemplates';
import { templateText } from '../../core/cfn/templateText';
import { call } from '../../core/commands';
import type { Document } from '../../core/model/document';
import { documentAfter } from '../../core/plans/plan';
import { validate } from '../../core/rules/validate';
import { documentOf } from './example';
import { privateLink } from './privateLink';

const files = ['privatelink-provider.yaml', 'privatelink-consumer.yaml'].map((name) => ({
  name,
  text: readFileSync(`examples/templates/${name}`, 'utf8'),
}));
const example = documentOf(catalog, privateLink);

test('the PrivateLink example is exported as the two templates that it was imported from', () => {
  expect(exported(example)).toEqual(files);
});

test.each([
  ['in this order', files],
  ['in the other order', [...files].reverse()],
])(
  'two templates %s are one diagram, in which the endpoint asks for the service of the other one',
  (_, order) => {
    const { document, failure, report } = importTemplates(catalog, order);

    expect(failure).toBeUndefined();
    expect(report.problems).toEqual([]);
    expect(document.resources.get('ServiceEndpoint')?.props).toMatchObject({
      endpointService: 'EndpointService',
    });
    expect(verdict(document)).toBe('blocked'); // No template says that somebody accepts the connection.
  },
);

test('a service that accepts every connection is written to the provider’s template alone, and comes back', () => {
  const document = documentAfter({ catalog }, example, {
    title: { en: '', ja: '' },
    commands: [
      call('setProps', { id: 'EndpointService', props: { acceptanceRequired: false } }),
      call('setProps', { id: 'ServiceEndpoint', props: { accepted: false } }),
    ],
  });

  const written = exportTemplates(catalog, document)[0]?.exported.template;
  const before = exportTemplates(catalog, example)[0]?.exported.template;
  const after = exported(document);

  expect(before?.Resources['EndpointService']?.Properties).toMatchObject({ AcceptanceRequired: true });
  expect(written).toEqual({
    ...before,
    Resources: {
      ...before?.Resources,
      EndpointService: {
        ...before?.Resources['EndpointService'],
        Properties: {
          ...before?.Resources['EndpointService']?.Properties,
          AcceptanceRequired: false,
        },
      },
    },
  });
  expect(after[1]).toEqual(files[1]);
  expect(verdict(importTemplates(catalog, after).document)).toBe('reachable');
});

function exported(document: Document): readonly TemplateFile[] {
  return exportTemplates(catalog, document).map(({ template, exported: { template: written } }) => ({
    name: template?.fileName ?? '',
    text: templateText(written, 'yaml').text,
  }));
}

/** Of the client's way to the endpoint. */
function verdict(document: Document): string | undefined {
  const flow = example.flows.get('client-service');
  if (flow === undefined) throw new Error('the example has lost its arrow');
  const flows = new Map([[flow.id, flow]]);
  return validate(catalog, rules, { ...document, flows }).traces.get(flow.id)?.verdict;
}
