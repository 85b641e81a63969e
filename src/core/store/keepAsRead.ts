import type { Migration } from './migrations';
import { isRecord } from './plain';

/**
 * A file once said what the diagram is, and left what its templates had been read as to whoever read them again. That the
 * one is the other is no more than assumed: see `core/cfn/assumedReading`.
 */
export const keepAsRead: Migration = {
  about:
    'The diagram as its templates were read stands in the file, so that a later version takes nothing for deleted',
  migrate(raw) {
    const [resources, templates] = [raw['resources'], raw['templates']];
    const ids = idsOf(templates);
    if (ids.length === 0) return raw;
    return {
      ...raw,
      asRead: { resources: idsOf(resources), assumed: Object.fromEntries(ids.map((id) => [id, true])) },
    };
  },
  example: {
    before: {
      resources: [{ id: 'Vpc', kind: 'vpc' }],
      templates: [{ id: 'net.yaml', text: ['Resources: {}'] }],
    },
    after: {
      resources: [{ id: 'Vpc', kind: 'vpc' }],
      templates: [{ id: 'net.yaml', text: ['Resources: {}'] }],
      asRead: { resources: ['Vpc'], assumed: { 'net.yaml': true } },
    },
  },
};

function idsOf(records: unknown): readonly string[] {
  if (!Array.isArray(records)) return [];
  return records.flatMap((each: unknown) =>
    isRecord(each) && typeof each['id'] === 'string' ? [each['id']] : [],
  );
}
