/** Several things are selected: what they have in common, and how they stand to each other. */
import type { Field } from '../../core/catalog/field';
import type { FlowId, ResourceId } from '../../core/model/document';
import { allActions } from '../../editor/actions';
import { useEditor, useSay } from '../useEditor';
import { useDocumentPart } from '../useParts';
import { Expectations } from './expectations/Expectations';
import { FieldRow } from './fields/FieldRow';
import { FlowLines } from './FlowLines';
import { Section } from './Section';
import { words } from './words';

export interface SeveralInspectorProps {
  readonly resources: readonly ResourceId[];
  readonly flows: readonly FlowId[];
}

export function SeveralInspector({ resources, flows }: SeveralInspectorProps) {
  const editor = useEditor();
  const { catalog } = editor;
  const say = useSay();
  const kinds = useDocumentPart((document) =>
    resources.flatMap((id) => document.resources.get(id)?.kind ?? []),
  );
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const shared = sharedFields([...counts.keys()].map((kind) => catalog.fields(kind)));
  // How they stand to each other; the menus have the rest. Enabled by what is selected, which is why this is drawn again.
  const actions = allActions().filter(
    ({ id, enabled }) => /^(?:align|distribute)-/.test(id) && enabled(editor),
  );
  return (
    <div className="inspector scrolls">
      <header className="inspector-head">
        <div className="inspector-title">
          <h2 className="inspector-several">
            {say({
              en: `${resources.length + flows.length} selected`,
              ja: `${resources.length + flows.length} 個を選択中`,
            })}
          </h2>
          <p className="inspector-kind">
            {[...counts]
              .map(([kind, count]) => `${say(catalog.kind(kind).label)} ${count}`)
              .concat(flows.length === 0 ? [] : [`${say(words.flow)} ${flows.length}`])
              .join(', ')}
          </p>
        </div>
      </header>
      {actions.length === 0 || resources.length < 2 ? null : (
        <Section title={say(words.align)}>
          <div className="inspector-actions">
            {actions.map((action) => (
              <button
                key={action.id}
                type="button"
                className="button button-outlined inspector-small"
                onClick={() => action.run(editor)}
              >
                {say(action.label)}
              </button>
            ))}
          </div>
        </Section>
      )}
      {shared.length === 0 || flows.length > 0 ? null : (
        <Section title={say(words.common)}>
          <div className="inspector-fields">
            {shared.map(([prop, field]) => (
              <FieldRow key={`${resources.join(' ')} ${prop}`} owners={resources} prop={prop} field={field} />
            ))}
          </div>
        </Section>
      )}
      {resources.length === 0 || flows.length > 0 ? null : <Expectations ids={resources} />}
      {flows.length === 0 ? null : (
        <Section title={say(words.flows)} count={flows.length}>
          <FlowLines flows={flows} />
        </Section>
      )}
    </div>
  );
}

/** The fields that all kinds have under the same name and label, with the same control. Tables and addresses are edited one at a time. */
function sharedFields(all: readonly ReadonlyMap<string, Field>[]): readonly (readonly [string, Field])[] {
  const [first, ...others] = all;
  if (first === undefined) return [];
  return [...first].filter(
    ([prop, field]) =>
      field.control !== 'rows' &&
      // What each has to have for itself is not set for all.
      field.control !== 'cidr' &&
      field.distinct !== true &&
      others.every((fields) => {
        const other = fields.get(prop);
        return other?.control === field.control && other.label.en === field.label.en;
      }),
  );
}
