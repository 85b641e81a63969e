/** One resource: what it is, where it stands, its fields, its tables, what is wrong with it, and who it has to do with. */
import { useMemo, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useStore } from 'zustand';
import type { Field } from '../../core/catalog/field';
import type { AnyKind } from '../../core/catalog/catalog';
import type { Size } from '../../core/catalog/kind';
import type { ResourceId } from '../../core/model/document';
import { ancestors, children } from '../../core/model/queries';
import { actionById } from '../../editor/actions';
import { findingsOn } from '../../editor/inspecting/findings';
import { usesOf } from '../../editor/inspecting/usedBy';
import { SizeFields } from '../pictures/SizeFields';
import { ResourceIcon, ResourceName } from '../ResourceName';
import { useDocument, useEditor, useSay } from '../useEditor';
import { useAppearance, useDocumentPart } from '../useParts';
import { Expectations } from './expectations/Expectations';
import { FieldRow } from './fields/FieldRow';
import { FindingList } from './FindingList';
import { FlowLines, useFlowsAt } from './FlowLines';
import { LockButton } from './LockButton';
import { NameBox } from './NameBox';
import { RowsEditor } from './rows/RowsEditor';
import { Section } from './Section';
import { useFieldInFocus } from './useFieldInFocus';
import { words } from './words';

export function ResourceInspector({ id }: { readonly id: ResourceId }) {
  const { catalog } = useEditor();
  const say = useSay();
  const body = useRef<HTMLDivElement>(null);
  const kindName = useDocument((document) => document.resources.get(id)?.kind);
  const appearance = useAppearance(id);
  const boxes = useDocumentPart((document) =>
    ancestors(document, id)
      .map((box) => box.id)
      .reverse(),
  );
  const groups = useMemo(
    () => (kindName === undefined ? undefined : grouped(catalog.fields(kindName))),
    [catalog, kindName],
  );
  useFieldInFocus(body, id);
  if (kindName === undefined || appearance === undefined || groups === undefined) return null;
  const kindLabel = catalog.kind(kindName).label;
  const minSize = sizeable(catalog.kind(kindName));
  const label = say(appearance.label);

  return (
    <div className="inspector scrolls" ref={body}>
      <header className="inspector-head">
        <ResourceIcon id={id} size={32} />
        <div className="inspector-title">
          <h2 className="unseen">{`${label} ${appearance.name}`}</h2>
          <NameBox key={id} id={id} />
          <p className="inspector-kind">
            {label}
            {names(label, say(kindLabel)) ? null : <span> · {say(kindLabel)}</span>}
            {/^([a-z-]+-([\da-f]{8}|[\da-f]{17})|arn:.+|.+\/[\da-f]{16})$/.test(id) ? (
              <span> · {id}</span>
            ) : null}
          </p>
        </div>
        <LockButton id={id} />
      </header>
      {boxes.length === 0 ? null : (
        <nav className="inspector-path" aria-label={say(words.standsIn)}>
          {boxes.map((box) => (
            <ResourceName key={box} id={box} />
          ))}
        </nav>
      )}
      {catalog.kind(kindName).isNetwork === true ? <PlanButton /> : null}
      <Findings id={id} />
      {groups.plain.length === 0 ? null : (
        <div className="inspector-fields">
          {groups.plain.map(([prop, field]) => (
            <FieldRow key={`${id} ${prop}`} owners={[id]} prop={prop} field={field} />
          ))}
        </div>
      )}
      {minSize === undefined ? null : <SizeFields id={id} minSize={minSize} />}
      {groups.tables.map(([prop, field]) =>
        field.control === 'rows' ? (
          <RowsEditor key={`${id} ${prop}`} owner={id} prop={prop} field={field} />
        ) : null,
      )}
      {groups.advanced.length === 0 ? null : (
        <details className="inspector-more">
          <summary>{say(words.more)}</summary>
          <div className="inspector-fields">
            {groups.advanced.map(([prop, field]) =>
              field.control === 'rows' ? (
                <RowsEditor key={`${id} ${prop}`} owner={id} prop={prop} field={field} />
              ) : (
                <FieldRow key={`${id} ${prop}`} owners={[id]} prop={prop} field={field} />
              ),
            )}
          </div>
        </details>
      )}
      <Held id={id} />
      <UsedBy id={id} kind={kindName} />
      <Flows id={id} />
      {canExpect(catalog.kind(kindName)) ? <Expectations ids={[id]} /> : null}
    </div>
  );
}

/** A network's blocks are easier to divide up as a picture than field by field. */
function PlanButton() {
  const editor = useEditor();
  const say = useSay();
  const plan = actionById('plan-addresses');
  if (plan === undefined) return null;
  return (
    <button type="button" className="button button-outlined inspector-plan" onClick={() => plan.run(editor)}>
      {say(plan.label)}…
    </button>
  );
}

function Findings({ id }: { readonly id: ResourceId }) {
  const { verdicts } = useEditor();
  const say = useSay();
  const findings = useStore(
    verdicts,
    useShallow((state) => findingsOn(state.findings, id)),
  );
  if (findings.length === 0) return null;
  return (
    <Section title={say(words.problems)} count={findings.length}>
      <FindingList findings={findings} />
    </Section>
  );
}

/** The chips and badges in a container: those that nothing uses are hard to find otherwise. */
function Held({ id }: { readonly id: ResourceId }) {
  const { catalog } = useEditor();
  const say = useSay();
  const held = useDocumentPart((document) => {
    const resource = document.resources.get(id);
    if (resource === undefined || catalog.kind(resource.kind).shape.as !== 'container') return [];
    return children(document, id)
      .filter(({ kind }) => ['chip', 'badge'].includes(catalog.kind(kind).shape.as))
      .map((each) => each.id);
  });
  if (held.length === 0) return null;
  return (
    <Section title={say(words.holds)} count={held.length}>
      <ul className="inspector-list">
        {held.map((each) => (
          <li key={each}>
            <ResourceName id={each} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A security group may be on a thousand instances. */
const few = 30;

function UsedBy({ id, kind }: { readonly id: ResourceId; readonly kind: string }) {
  const { catalog } = useEditor();
  const say = useSay();
  const uses = useDocumentPart((document) =>
    usesOf(catalog, document, id).map(({ by, field, implied }) => ({ by: by.id, field, implied })),
  );
  const [showsAll, setShowsAll] = useState(false);
  const { as } = catalog.kind(kind).shape;
  if (uses.length === 0 && as !== 'chip' && as !== 'badge') return null;
  return (
    <Section title={say(words.usedBy)} count={uses.length}>
      {uses.length === 0 ? (
        <p className="inspector-quiet">{say(words.usedByNobody)}</p>
      ) : (
        <ul className="inspector-list">
          {(showsAll ? uses : uses.slice(0, few)).map(({ by, field, implied }) => (
            <li key={by}>
              <ResourceName id={by} field={field} detailed>
                {implied ? <span className="inspector-quiet">{say(words.usedAsDefault)}</span> : null}
              </ResourceName>
            </li>
          ))}
        </ul>
      )}
      {showsAll || uses.length <= few ? null : (
        <button type="button" className="button inspector-small" onClick={() => setShowsAll(true)}>
          {say({ en: `Show all ${uses.length}`, ja: `${uses.length} 件すべて表示` })}
        </button>
      )}
    </Section>
  );
}

function Flows({ id }: { readonly id: ResourceId }) {
  const say = useSay();
  const flows = useFlowsAt(id);
  if (flows.length === 0) return null;
  return (
    <Section title={say(words.flows)} count={flows.length}>
      <FlowLines flows={flows} />
    </Section>
  );
}

/** Numbers are of one size, and so are icons; the other notes and pictures are as large as people like. */
function sizeable({ isAnnotation, shape }: AnyKind): Size | undefined {
  if (isAnnotation !== true || !('minSize' in shape)) return undefined;
  return shape.as === 'picture' && shape.draws === 'number' ? undefined : shape.minSize;
}

/** A box holds workloads, and an end of flows may be one. */
function canExpect({ shape, isEnd }: AnyKind): boolean {
  return shape.as === 'container' || isEnd === true;
}

/** "Public subnet" says already that it is a subnet. */
function names(label: string, kind: string): boolean {
  return label.toLowerCase().includes(kind.toLowerCase());
}

function grouped(fields: ReadonlyMap<string, Field>) {
  const all = [...fields];
  return {
    plain: all.filter(([, field]) => field.advanced !== true && field.control !== 'rows'),
    tables: all.filter(([, field]) => field.advanced !== true && field.control === 'rows'),
    advanced: all.filter(([, field]) => field.advanced === true),
  };
}
