/** What of a scope the document can hold: statements by and about resources that are there. */
import type { Scope } from '../model/document';
import type { DocumentDraft } from './command';

type Content = Pick<Scope, 'members' | 'expectations'>;

export function soundContent(
  draft: Pick<DocumentDraft, 'resources'>,
  { members, expectations }: Content,
): Content {
  return {
    members: Object.fromEntries(Object.entries(members).filter(([id]) => draft.resources.has(id))),
    expectations: Object.fromEntries(
      Object.entries(expectations).filter(
        ([, { other }]) => !('resource' in other) || draft.resources.has(other.resource),
      ),
    ),
  };
}

/** Nothing belongs to it, or nothing is expected of that. */
export function isSaidOfNothing({ members, expectations }: Content): boolean {
  return Object.keys(members).length === 0 || Object.keys(expectations).length === 0;
}
