/** What is expected of resources and of everything in them, whether that is so, and what is expected of the boxes around. */
import type { Document, ResourceId, ScopeId } from '../../../core/model/document';
import { ancestors } from '../../../core/model/queries';
import { sayExpectation } from '../../../core/scopes/scopeWords';
import { compareOrder } from '../../../lib/order';
import type { Words } from '../../../lib/words';
import { ResourceName } from '../../ResourceName';
import { useDocument, useEditor, useSay } from '../../useEditor';
import { useDocumentPart } from '../../useParts';
import { TextBox } from '../fields/TextBox';
import { Section } from '../Section';
import { addExpectation } from './addExpectation';
import { ExpectationRow } from './ExpectationRow';
import './expectations.css';
import { words } from './words';

export function Expectations({ ids }: { readonly ids: readonly ResourceId[] }) {
  const editor = useEditor();
  const say = useSay();
  const own = useDocumentPart((document) => scopesOf(document, ids));
  const around = useDocumentPart((document) => inheritedBy(document, ids));
  return (
    <Section title={say(words.title)}>
      {own.map((id) => (
        <ScopeView key={id} id={id} ids={ids} />
      ))}
      {around.length === 0 ? null : (
        <ul className="expectation-inherited" aria-label={say(words.inherited)}>
          {around.map(({ key, member, ...says }) => (
            <li key={key}>
              <ResourceName id={member} field={`expectations.${key}`} />
              <span className="inspector-quiet">{say(says)}</span>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        className="button button-outlined inspector-small"
        onClick={() => addExpectation(editor, ids)}
      >
        {say(words.add)}
      </button>
    </Section>
  );
}

function ScopeView({ id, ids }: { readonly id: ScopeId; readonly ids: readonly ResourceId[] }) {
  const { store } = useEditor();
  const say = useSay();
  const scope = useDocument((document) => document.scopes.get(id));
  if (scope === undefined) return null;
  const others = Object.keys(scope.members).filter((each) => !ids.includes(each));
  return (
    <div className="expectation-scope">
      <TextBox
        id={`${id} name`}
        place={`scope.${id}.name`}
        name={say(words.partName)}
        placeholder={say(words.partName)}
        value={scope.name}
        commit={(text) => store.commit('setScope', { id, values: { name: text.trim() } })}
      />
      {others.length === 0 ? null : (
        <p className="expectation-others">
          <span className="inspector-quiet">{say(words.also)}</span>
          {others.map((each) => (
            <ResourceName key={each} id={each} />
          ))}
        </p>
      )}
      {Object.entries(scope.expectations).map(([key, expectation]) => (
        <ExpectationRow key={key} scope={scope} at={key} expectation={expectation} />
      ))}
    </div>
  );
}

/** Those that name one of the resources themselves. */
function scopesOf(document: Document, ids: readonly ResourceId[]): readonly ScopeId[] {
  return [...document.scopes.values()]
    .filter(({ members }) => ids.some((id) => Object.hasOwn(members, id)))
    .sort(compareOrder)
    .map(({ id }) => id);
}

/** What is expected, in words, with its key and the box that it is said of. */
interface Inherited extends Words {
  readonly key: string;
  readonly member: ResourceId;
}

/** Those that a single resource is meant by, because they name a box that it stands in. */
function inheritedBy(document: Document, ids: readonly ResourceId[]): readonly Inherited[] {
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0 || document.scopes.size === 0) return [];
  const boxes = ancestors(document, id).map((box) => box.id);
  const nameOf = (each: ResourceId): string => document.resources.get(each)?.name ?? each;
  return [...document.scopes.values()].sort(compareOrder).flatMap((scope) => {
    const member = boxes.find((box) => Object.hasOwn(scope.members, box));
    if (member === undefined || Object.hasOwn(scope.members, id)) return [];
    return Object.entries(scope.expectations).map(([key, expectation]) => ({
      key,
      member,
      ...sayExpectation(scope, expectation, nameOf),
    }));
  });
}
