/**
 * A template of 1 MB, read, checked and written, beside what the YAML library alone takes to read and print it. CPU times of
 * one run, in ms: ratios mean something on a busy machine, too.
 */
import { parseDocument } from 'yaml';
import { catalog, rules } from '../aws';
import { translationOf } from '../awsTerraform';
import { exportProject } from '../core/cdk/exportProject';
import { exportTemplate } from '../core/cfn/exportTemplate';
import { importTemplates } from '../core/cfn/importTemplates';
import { templateText } from '../core/cfn/templateText';
import type { Document, Resource } from '../core/model/document';
import { validate } from '../core/rules/validate';
import { exportTerraform } from '../core/terraform/exportTerraform';
import { largeDesign } from './largeDesign';

/** Makes a template of about 1 MB. */
const resources = 3000;

export function templateTimes(): Readonly<Record<string, number>> {
  const text = written(largeDesign(catalog, resources));
  const { document } = importTemplates(catalog, [{ name: 'large.yaml', text }]);
  const changed = withAnotherName(document);
  return {
    bytes: text.length,
    'YAML library: parse and print': cpuOf(() => parseDocument(text, { logLevel: 'silent' }).toString()),
    import: cpuOf(() => importTemplates(catalog, [{ name: 'large.yaml', text }])),
    check: cpuOf(() => validate(catalog, rules, document)),
    'export, nothing changed': cpuOf(() => written(document)),
    'export, a name changed': cpuOf(() => written(changed)),
    CDK: cpuOf(() => exportProject(catalog, document, 'typescript')),
    Terraform: cpuOf(() => exportTerraform(catalog, document, translationOf)),
    'heap in MB': Math.round(process.memoryUsage().heapUsed / 1e6),
  };
}

function written(document: Document): string {
  return templateText(exportTemplate(catalog, document).template, 'yaml').text;
}

function withAnotherName(document: Document): Document {
  const named = [...document.resources.values()].find(({ provenance }) => provenance !== undefined);
  if (named === undefined) throw new Error('the template has resources');
  const other = { ...named, name: 'Another' } as Resource;
  return { ...document, resources: new Map(document.resources).set(other.id, other) };
}

/** The median of three runs. */
function cpuOf(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.round(times.sort((a, b) => a - b)[1] ?? 0);
}
