import type { ResourceId, TemplateId } from '../model/document';
import type { TemplateFault } from './faults/templateFault';
import { propertyAt } from './places';
import type { FoundInTemplate } from './remembered';
import type { Stack } from './stack';
import { severityOf } from './templateRules';

/** The faults of templates as findings, in the order of their texts. */
export function foundFaults(
  faults: readonly (TemplateFault & { readonly stack: Stack })[],
  idOf: (stack: Stack, logicalId: string) => ResourceId,
  templateOf: (stack: Stack) => TemplateId | undefined,
): FoundInTemplate[] {
  const used = new Map<string, number>();
  const seen = new Set<string>();
  const findings: FoundInTemplate[] = [];
  const inOrder = [...faults].sort((a, b) => (a.stack === b.stack ? a.offset - b.offset : 0));
  for (const each of inOrder) {
    const { stack, rule, severity, message, on, path, offset, meant, property = propertyAt(path) } = each;
    // A property may be read twice, for two props.
    const same = `${stack.file} ${rule} ${offset} ${message.en}`;
    if (seen.has(same)) continue;
    seen.add(same);
    const id = idOf(stack, on);
    const base = [rule, id, ...path.slice(2)].join(':');
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    const place = { file: stack.file, ...stack.source.position(offset) };
    findings.push({
      template: templateOf(stack),
      logicalId: on,
      path,
      property,
      meant,
      place,
      finding: {
        rule,
        severity: severity ?? severityOf(rule),
        on: [id],
        message,
        key: count === 1 ? base : `${base}#${count}`,
        place: { ...place, logicalId: on, ...(property === undefined ? {} : { property }) },
      },
    });
  }
  return findings;
}
