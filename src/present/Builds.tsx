/** The steps within a scene: each shows a block of the text, highlights what is selected on the canvas, or sends a packet out. */
import type { Build, Scene } from '../core/model/document';
import { markdownBlocks } from '../core/scenes/markdown';
import { compareOrder, orderBetween } from '../lib/order';
import { TrashGlyph } from '../ui/TrashGlyph';
import { useDocument, useEditor, useSay } from '../ui/useEditor';
import type { ChangeScene } from './SceneForm';
import { useFlowName } from './useFlowName';
import { words } from './words';

export function Builds({ scene, onChange }: { readonly scene: Scene; readonly onChange: ChangeScene }) {
  const editor = useEditor();
  const say = useSay();
  const builds = Object.entries(scene.builds ?? {})
    .map(([id, build]) => ({ id, order: build.order, build }))
    .sort(compareOrder);
  const blocks = Math.max(markdownBlocks(scene.text.en).length, markdownBlocks(scene.text.ja).length);
  const put = (id: string, build: Build): void => onChange({ builds: { ...scene.builds, [id]: build } });
  const remove = (id: string): void => {
    const { [id]: _, ...others } = scene.builds ?? {};
    if (Object.keys(others).length === 0) onChange({}, ['builds']);
    else onChange({ builds: others });
  };
  const add = (): void => {
    const used = new Set(builds.map(({ build }) => build.block));
    const block = Array.from({ length: blocks }, (_, index) => index + 1).find(
      (each) => each > 1 && !used.has(each),
    );
    put(editor.newId('step'), {
      order: orderBetween(builds.at(-1)?.order ?? null, null),
      ...(block === undefined ? {} : { block }),
    });
  };
  return (
    <fieldset className="scenes-builds">
      <legend>{say(words.builds)}</legend>
      {builds.length === 0 && <p>{say(words.addBuildHint)}</p>}
      <ol>
        {builds.map(({ id, build }, index) => (
          <li key={id}>
            <BuildRow
              number={index + 1}
              build={build}
              blocks={blocks}
              put={(changed) => put(id, changed)}
              remove={() => remove(id)}
            />
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={add}>
        {say(words.addBuild)}
      </button>
    </fieldset>
  );
}

function BuildRow(props: {
  readonly number: number;
  readonly build: Build;
  readonly blocks: number;
  readonly put: (build: Build) => void;
  readonly remove: () => void;
}) {
  const { number, build, blocks, put, remove } = props;
  const editor = useEditor();
  const say = useSay();
  const flows = useDocument((document) => document.flows);
  const resources = useDocument((document) => document.resources);
  const nameOf = useFlowName();
  const { block, packet, ...others } = build;
  const highlighted = Object.keys(build.resources ?? {}).flatMap((id) => resources.get(id)?.name ?? []);
  const highlight = (): void => {
    const selected = [...editor.session.getState().selection].filter((id) => resources.has(id));
    put({ ...build, resources: Object.fromEntries(selected.map((id) => [id, true as const])) });
  };
  return (
    <div className="scenes-build">
      <select
        className="inspector-select"
        aria-label={`${number}: ${say(words.buildBlock)}`}
        value={block ?? ''}
        onChange={({ target: { value } }) =>
          put({
            ...others,
            ...(packet === undefined ? {} : { packet }),
            ...(value === '' ? {} : { block: Number(value) }),
          })
        }
      >
        <option value="">{say(words.buildAllText)}</option>
        {Array.from({ length: Math.max(blocks, block ?? 0) }, (_, index) => (
          <option key={index + 1} value={index + 1}>
            {say(words.buildBlock)} {index + 1}
          </option>
        ))}
      </select>
      <select
        className="inspector-select"
        aria-label={`${number}: ${say(words.buildPacket)}`}
        value={packet ?? ''}
        onChange={({ target: { value } }) =>
          put({
            ...others,
            ...(block === undefined ? {} : { block }),
            ...(value === '' ? {} : { packet: value }),
          })
        }
      >
        <option value="">{say(words.buildNoPacket)}</option>
        {[...flows.values()].sort(compareOrder).map((flow) => (
          <option key={flow.id} value={flow.id}>
            {say(words.buildPacket)}: {nameOf(flow)}
          </option>
        ))}
      </select>
      <button type="button" className="button" onClick={highlight}>
        {say(words.buildHighlight)}
      </button>
      <span className="scenes-highlighted">{highlighted.join(', ')}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={`${say(words.deleteBuild)} ${number}`}
        onClick={remove}
      >
        <TrashGlyph />
      </button>
    </div>
  );
}
