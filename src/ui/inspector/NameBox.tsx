/** The name of what is selected, as its title. */
import type { ResourceId } from '../../core/model/document';
import { useDocument, useEditor, useSay } from '../useEditor';
import { TextBox } from './fields/TextBox';
import { words } from './words';

export function NameBox({ id }: { readonly id: ResourceId }) {
  const { store } = useEditor();
  const say = useSay();
  const name = useDocument((document) => document.resources.get(id)?.name ?? '');
  return (
    <div className="inspector-name">
      <TextBox
        id={`name-of-${id}`}
        place="name"
        name={say(words.name)}
        value={name}
        commit={(text) => store.commit('renameResource', { id, name: text.trim() })}
      />
    </div>
  );
}
