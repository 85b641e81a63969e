/** The findings somebody said are all right, with their reasons. */
import type { Document, ResourceId } from '../../core/model/document';
import { ResourceName } from '../ResourceName';
import { useDocument, useEditor, useSay } from '../useEditor';
import { useRules } from '../useRules';
import { words } from './words';

export function SuppressedList() {
  const { store } = useEditor();
  const rules = useRules();
  const say = useSay();
  const document = useDocument((whole) => whole);
  const { suppressions } = document;
  return (
    <ul className="suppressed scrolls">
      {[...suppressions].map(([key, { finding, reason }]) => {
        // A key starts with the rule's id; what follows names the place.
        const rule = rules.get(finding.split(':', 1)[0] ?? '');
        return (
          <li key={key} className="suppressed-line">
            <span className="suppressed-rule">{rule === undefined ? finding : say(rule.summary)}</span>
            <span className="suppressed-places">
              {placesIn(document, finding).map((id) => (
                <ResourceName key={id} id={id} />
              ))}
            </span>
            <span className="suppressed-reason">{reason}</span>
            <button
              type="button"
              className="button"
              onClick={() => store.commit('unsuppressFinding', { finding })}
            >
              {say(words.restore)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The key of a finding names, behind its rule, the ids that it is about; those that still stand are shown. */
function placesIn({ resources }: Document, key: string): readonly ResourceId[] {
  const [, about = ''] = key.split(':');
  return about
    .split(/[+#]/)
    .filter((id) => resources.has(id))
    .slice(0, 3);
}
