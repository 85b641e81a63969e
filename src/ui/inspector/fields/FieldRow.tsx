/** One field of the form: its label, its control, its help, what is wrong with it, and where its value came from. */
import { memo, useId, useState } from 'react';
import type { Field } from '../../../core/catalog/field';
import { surroundingsOf } from '../../../core/catalog/surroundings';
import { call, type CommandCall } from '../../../core/commands';
import type { ResourceId } from '../../../core/model/document';
import { valuesOf } from '../../../core/model/queries';
import { isUnknown } from '../../../core/model/value';
import { ResourceName } from '../../ResourceName';
import { useDocument, useEditor, useSay } from '../../useEditor';
import { useDocumentPart } from '../../useParts';
import { words } from '../words';
import { faultOf } from './checks';
import type { Typed } from './control';
import { FieldControl } from './FieldControl';
import { japanese } from '../../../lib/japanese';

export interface FieldRowProps {
  /** The resources that are edited, the first of which is shown. */
  readonly owners: readonly ResourceId[];
  readonly prop: string;
  readonly field: Field;
}

export const FieldRow = memo(function FieldRow({ owners, prop, field }: FieldRowProps) {
  const { store } = useEditor();
  const say = useSay();
  const id = useId();
  const [typed, setTyped] = useState<Typed | null>(null);
  const owner = owners[0] ?? '';
  const { value, mixed, applies } = useDocumentPart((document) => {
    const all = owners.flatMap((each) => document.resources.get(each) ?? []).map(valuesOf);
    const first = all[0]?.[prop];
    return {
      value: first,
      mixed: all.some((values) => !sameValue(values[prop], first)),
      applies: all.every((values) => field.applies?.(values) ?? true),
    };
  });
  const { help } = field;
  const inherited = useDocumentPart((document) => field.inherited?.(surroundingsOf(document, owner)) ?? null);
  const expression = useDocument(
    (document) => document.resources.get(owner)?.provenance?.expressions?.[prop],
  );

  const callsFor = (next: unknown): readonly CommandCall[] =>
    owners.map((each) => call('setProps', { id: each, props: { [prop]: next } }));
  const commit = (next: unknown): void => {
    if (!mixed && sameValue(next, value)) return;
    store.apply({
      title: { en: `Change ${field.label.en}`, ja: japanese`${field.label.ja}の変更` },
      commands: callsFor(next),
    });
  };
  const fault = mixed && typed === null ? undefined : faultOf(field, value, typed);
  const notes = `${id}-notes`;
  const isWide =
    field.control === 'refs' ||
    (field.control === 'text' && field.multiline === true) ||
    (isUnknown(value) && !mixed);

  return (
    <div
      className="inspector-field"
      data-wide={isWide ? true : undefined}
      data-toggle={field.control === 'toggle' ? true : undefined}
    >
      <label className="inspector-label" htmlFor={inherited === null ? id : undefined}>
        {say(field.label)}
      </label>
      <div className="inspector-control">
        {inherited === null ? (
          <FieldControl
            field={field}
            value={mixed && isUnknown(value) ? field.default : value}
            owner={owner}
            place={prop}
            id={id}
            invalid={fault !== undefined}
            {...(fault === undefined && help === undefined ? {} : { describedBy: notes })}
            disabled={!applies}
            mixed={mixed}
            commit={commit}
            callsFor={callsFor}
            typing={setTyped}
          />
        ) : (
          <span className="inspector-inherited" data-field={prop}>
            <span className="mono">
              {isUnknown(inherited.value) ? say(words.unknown) : String(inherited.value)}
            </span>
            <span className="inspector-quiet">{say(words.inheritedFrom)}</span>
            <ResourceName id={inherited.from} />
          </span>
        )}
      </div>
      {fault === undefined && help === undefined ? null : (
        <div id={notes} className="inspector-notes">
          {fault === undefined ? null : <p className="inspector-fault">{say(fault)}</p>}
          {help === undefined ? null : <p className="inspector-quiet">{say(help)}</p>}
        </div>
      )}
      {expression === undefined ? null : (
        <p className="inspector-expression">
          <span className="inspector-quiet">{say(words.fromTemplate)}</span> <code>{expression}</code>
        </p>
      )}
    </div>
  );
});

/** Props are plain data; sets of references are compared by their keys, whatever their order. */
function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  // Both were found to be records above.
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return keys.length === Object.keys(b).length && keys.every((key) => sameValue(one[key], other[key]));
}
