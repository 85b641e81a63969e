/** The controls of values that name other resources: one, several, or an address or those who own it. */
import type { PeerField, RefField, RefsField } from '../../../core/catalog/field';
import { regionOf, surroundingsOf } from '../../../core/catalog/surroundings';
import type { Resource, ResourceId } from '../../../core/model/document';
import type { KindName } from '../../../core/model/kinds';
import { valuesOf } from '../../../core/model/queries';
import { candidatesFor, isElsewhere, networkOf } from '../../../editor/inspecting/candidates';
import { jumpTo } from '../../../editor/inspecting/jump';
import { canBeMadeHere, newReferenced } from '../../../editor/inspecting/newReferenced';
import { japanese } from '../../../lib/japanese';
import type { Words } from '../../../lib/words';
import { CloseGlyph, RightGlyph } from '../../glyphs';
import { ResourceName } from '../../ResourceName';
import { useEditor, useSay } from '../../useEditor';
import { useDocumentPart } from '../../useParts';
import { words } from '../words';
import type { ControlProps } from './control';
import { boxProps, selectProps } from './plainControls';
import { TextBox, type Suggestion } from './TextBox';

const newPrefix = 'new resource of kind ';

export function RefControl(props: ControlProps<RefField<unknown>>) {
  const { field, value, owner, mixed = false } = props;
  const editor = useEditor();
  const say = useSay();
  const current = typeof value === 'string' ? value : null;
  const candidates = useCandidates(owner, field.kinds, current === null ? [] : [current]);
  const implied = useDocumentPart((document) => {
    const id = field.noneMeans?.(surroundingsOf(document, owner)) ?? null;
    return id === null ? null : { id, name: document.resources.get(id)?.name ?? '' };
  });
  const goal = mixed ? null : (current ?? implied?.id ?? null);
  const goalName = candidates.find(({ id }) => id === goal)?.name ?? implied?.name ?? '';
  const choose = (chosen: string): void => {
    if (chosen.startsWith(newPrefix)) {
      // The value is one of the kinds offered below.
      const kind = chosen.slice(newPrefix.length) as KindName;
      makeAndRefer(props, editor, kind, (id) => id);
    } else props.commit(chosen === '' ? null : chosen);
  };
  return (
    <div className="inspector-ref">
      <select
        {...selectProps(props)}
        value={mixed ? '?' : (current ?? '')}
        onChange={(event) => choose(event.target.value)}
      >
        {mixed ? (
          <option value="?" disabled>
            {say(words.mixed)}
          </option>
        ) : null}
        <option value="">
          {say(field.none)}
          {implied === null ? '' : ` (${implied.name})`}
        </option>
        <CandidateOptions candidates={candidates} kinds={field.kinds} />
        {current !== null && candidates.every(({ id }) => id !== current) ? (
          <option value={current}>{say(words.missing)}</option>
        ) : null}
        <NewOptions owner={owner} kinds={field.kinds} />
      </select>
      {goal === null || goalName === '' ? null : (
        <button
          type="button"
          className="icon-button inspector-go"
          title={`${say(words.goTo)} ${goalName}`}
          aria-label={`${say(words.goTo)} ${goalName}`}
          onClick={() => jumpTo(editor, goal)}
        >
          <RightGlyph />
        </button>
      )}
    </div>
  );
}

export function RefsControl(props: ControlProps<RefsField<unknown>>) {
  const { field, value, owner, commit } = props;
  const editor = useEditor();
  const say = useSay();
  const chosen = isRefs(value) ? Object.keys(value) : [];
  const candidates = useCandidates(owner, field.kinds, chosen);
  const listed = candidates.filter(({ id }) => chosen.includes(id));
  const dangling = chosen.filter((id) => candidates.every((each) => each.id !== id));
  const without = (gone: ResourceId) =>
    commit(Object.fromEntries(chosen.filter((id) => id !== gone).map((id) => [id, true])));
  const withOne = (added: ResourceId) => Object.fromEntries([...chosen, added].map((id) => [id, true]));
  const add = (picked: string): void => {
    if (picked.startsWith(newPrefix)) {
      // The value is one of the kinds offered below.
      const kind = picked.slice(newPrefix.length) as KindName;
      makeAndRefer(props, editor, kind, withOne);
    } else if (picked !== '') commit(withOne(picked));
  };
  return (
    <div className="inspector-refs">
      {props.mixed === true ? <p className="inspector-quiet">{say(words.mixed)}</p> : null}
      {listed.length + dangling.length === 0 ? null : (
        <ul>
          {listed.map(({ id, name, elsewhere }) => (
            <li key={id} className="inspector-refs-row">
              <ResourceName id={id} detailed>
                {elsewhere ? <span className="inspector-quiet">{say(words.elsewhere)}</span> : null}
              </ResourceName>
              <RemoveButton name={name} remove={() => without(id)} />
            </li>
          ))}
          {dangling.map((id) => (
            <li key={id} className="inspector-refs-row">
              <span className="inspector-fault">{say(words.missing)}</span>
              <RemoveButton name={say(words.missing)} remove={() => without(id)} />
            </li>
          ))}
        </ul>
      )}
      <select
        {...selectProps(props)}
        aria-label={`${say(words.addTo)} ${say(field.label)}`}
        value=""
        onChange={(event) => add(event.target.value)}
      >
        <option value="">{say(words.add)}</option>
        <CandidateOptions
          candidates={candidates.filter(({ id }) => !chosen.includes(id))}
          kinds={field.kinds}
        />
        <NewOptions owner={owner} kinds={field.kinds} />
      </select>
    </div>
  );
}

export function PeerControl(props: ControlProps<PeerField<unknown>>) {
  const { field, value, owner, commit, typing } = props;
  const editor = useEditor();
  const say = useSay();
  const ref = isPeerRef(value) ? value.ref : null;
  const name = useDocumentPart((document) =>
    ref === null ? '' : (document.resources.get(ref)?.name ?? ref),
  );
  const suggestions = () => peerSuggestions(editor, owner, field, say);
  /** A name that only one of the candidates has means that one; everything else is what was typed. */
  const read = (text: string): unknown => {
    const plain = text.normalize('NFKC').trim();
    const meant = suggestions().filter((each) => each.ref !== undefined && each.text === text.trim());
    return meant.length === 1 ? { ref: meant[0]?.ref } : plain;
  };
  return (
    <TextBox
      {...boxProps(props)}
      value={ref === null ? (typeof value === 'string' ? value : '') : name}
      mono={ref === null}
      options={suggestions}
      commit={(text) => commit(read(text))}
      pick={({ text, ref: picked }) => commit(picked === undefined ? text : { ref: picked })}
      typed={(text) => typing(text === null ? null : { value: read(text) })}
    />
  );
}

/** What may stand there: everything, the prefix lists of services, those who own addresses, and the blocks of the network. */
function peerSuggestions(
  { catalog, store: { document } }: ReturnType<typeof useEditor>,
  owner: ResourceId,
  field: PeerField<unknown>,
  say: (words: Words) => string,
): Suggestion[] {
  const found: Suggestion[] = [{ text: '0.0.0.0/0', hint: 'IPv4' }];
  for (const { id, name, kind } of candidatesFor(catalog, document, owner, field.kinds))
    found.push({ text: name, hint: say(catalog.kind(kind).label), ref: id });
  if (document.resources.get(owner) !== undefined) {
    const network = networkOf(catalog, document, owner);
    const blocks: Suggestion[] = [];
    for (const resource of document.resources.values()) {
      if (networkOf(catalog, document, resource.id) !== network) continue;
      for (const [prop, described] of catalog.fields(resource.kind)) {
        const block = described.control === 'cidr' ? valuesOf(resource)[prop] : undefined;
        if (typeof block === 'string' && block !== '') blocks.push({ text: block, hint: resource.name });
      }
    }
    found.push(...blocks.sort((a, b) => ((a.hint ?? '') < (b.hint ?? '') ? -1 : 1)));
  }
  if (field.prefixLists) {
    const region = regionOf(document, owner);
    for (const service of servicesWithPrefixList)
      found.push({ text: `com.amazonaws.${region}.${service}`, hint: say(words.prefixList) });
  }
  found.push({ text: '::/0', hint: 'IPv6' });
  return found;
}

/** The AWS-managed prefix lists that stand for a service's addresses in its Region. */
const servicesWithPrefixList = ['s3', 'dynamodb', 's3express'];

interface Candidate {
  readonly id: ResourceId;
  readonly name: string;
  readonly kind: string;
  readonly detail: string;
  readonly elsewhere: boolean;
}

function useCandidates(
  owner: ResourceId,
  kinds: readonly string[],
  current: readonly ResourceId[],
): readonly Candidate[] {
  const { catalog } = useEditor();
  return useDocumentPart((document) =>
    candidatesFor(catalog, document, owner, kinds, new Set(current))
      .filter(({ id }) => id !== owner)
      .map((resource: Resource) => ({
        id: resource.id,
        name: resource.name,
        kind: resource.kind,
        detail:
          catalog.kind(resource.kind).look?.(resource, surroundingsOf(document, resource.id)).detail ?? '',
        elsewhere: isElsewhere(catalog, document, owner, resource.id),
      })),
  );
}

function CandidateOptions({
  candidates,
  kinds,
}: {
  readonly candidates: readonly Candidate[];
  readonly kinds: readonly string[];
}) {
  const { catalog } = useEditor();
  const say = useSay();
  const option = ({ id, name, detail, elsewhere }: Candidate) => (
    <option key={id} value={id}>
      {name}
      {detail === '' ? '' : ` (${detail})`}
      {elsewhere ? ` — ${say(words.elsewhere)}` : ''}
    </option>
  );
  const present = [...new Set(kinds)].filter((kind) => candidates.some((each) => each.kind === kind));
  if (present.length < 2) return candidates.map(option);
  return present.map((kind) => (
    <optgroup key={kind} label={say(catalog.kind(kind).label)}>
      {candidates.filter((each) => each.kind === kind).map(option)}
    </optgroup>
  ));
}

function NewOptions({ owner, kinds }: { readonly owner: ResourceId; readonly kinds: readonly KindName[] }) {
  const editor = useEditor();
  const say = useSay();
  return [...new Set(kinds)]
    .filter((kind) => canBeMadeHere(editor, owner, kind))
    .map((kind) => (
      <option key={kind} value={newPrefix + kind}>
        {say({
          en: `New ${lowerFirst(editor.catalog.kind(kind).label.en)}…`,
          ja: japanese`新しい${editor.catalog.kind(kind).label.ja}…`,
        })}
      </option>
    ));
}

function makeAndRefer(
  props: ControlProps,
  editor: ReturnType<typeof useEditor>,
  kind: KindName,
  valueWith: (id: ResourceId) => unknown,
): void {
  const made = newReferenced(editor, props.owner, kind, (id) => props.callsFor(valueWith(id)));
  if (made !== undefined) editor.store.apply(made.plan);
}

function RemoveButton({ name, remove }: { readonly name: string; readonly remove: () => void }) {
  const say = useSay();
  return (
    <button
      type="button"
      className="icon-button inspector-remove"
      title={`${say(words.remove)} ${name}`}
      aria-label={`${say(words.remove)} ${name}`}
      onClick={remove}
    >
      <CloseGlyph />
    </button>
  );
}

function isRefs(value: unknown): value is Readonly<Record<ResourceId, true>> {
  return typeof value === 'object' && value !== null && !('unknown' in value);
}

function isPeerRef(value: unknown): value is { readonly ref: ResourceId } {
  return typeof value === 'object' && value !== null && 'ref' in value && typeof value.ref === 'string';
}

/** "route table", but "NAT gateway" and "ACL" as they are. */
function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
