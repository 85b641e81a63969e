/** Expecting something of what is selected: a statement about it, which is then changed where it is shown. */
import type { ResourceId, Scope, ScopeExpectation } from '../../../core/model/document';
import { noInternet } from '../../../core/model/scopes';
import { orderBetween } from '../../../lib/order';
import { registerActions } from '../../../editor/actions';
import type { Editor } from '../../../editor/editor';
import { words } from './words';

/** Begins with what people expect most often, and have not said yet. */
export function addExpectation({ store, session, newId }: Editor, ids: readonly ResourceId[]): void {
  const [first] = ids;
  if (first === undefined) return;
  const scopes = [...store.document.scopes.values()];
  const same = scopes.find(({ members }) => {
    const own = Object.keys(members);
    return own.length === ids.length && ids.every((id) => Object.hasOwn(members, id));
  });
  const key = newId('expectation');
  const expectation: ScopeExpectation =
    same !== undefined && saysOf(same, 'out') && !saysOf(same, 'in') ? noInternet.in : noInternet.out;
  if (same === undefined) {
    const last =
      scopes
        .map(({ order }) => order)
        .sort()
        .at(-1) ?? null;
    store.commit('addScope', {
      scope: {
        id: newId('scope'),
        name: '',
        members: Object.fromEntries(ids.map((id) => [id, true as const])),
        expectations: { [key]: expectation },
        order: orderBetween(last, null),
      },
    });
  } else
    store.commit('setScope', {
      id: same.id,
      values: { expectations: { ...same.expectations, [key]: expectation } },
    });
  if (ids.length === 1) session.setState({ fieldInFocus: { id: first, field: `expectations.${key}` } });
}

function saysOf({ expectations }: Scope, direction: 'in' | 'out'): boolean {
  return Object.values(expectations).some(
    (each) => each.direction === direction && 'internet' in each.other && each.expect === 'blocked',
  );
}

const selected = ({ session, store }: Editor): readonly ResourceId[] =>
  [...session.getState().selection].filter((id) => store.document.resources.has(id));

/** Beside the inspector, where what is expected is changed. */
registerActions([
  {
    id: 'add-expectation',
    label: words.addLong,
    group: 'edit',
    enabled: (editor) => selected(editor).length > 0,
    run: (editor) => addExpectation(editor, selected(editor)),
  },
]);
