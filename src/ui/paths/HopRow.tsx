/** What a packet comes to on a way, as small icons with their names. */
import type { Hop } from '../../core/compare/alternative';
import { surroundingsOf } from '../../core/catalog/surroundings';
import type { Document } from '../../core/model/document';
import { iconAddress } from '../builtFile';
import { KindIcon } from '../palette/KindIcon';
import { useEditor, useSay } from '../useEditor';

export interface HopRowProps {
  readonly hops: readonly Hop[];
  /** The design with what is on the way. */
  readonly document: Document;
}

export function HopRow({ hops, document }: HopRowProps) {
  const { catalog } = useEditor();
  const say = useSay();
  return (
    <ol className="paths-hops">
      {hops.map(({ is, resource: id }, index) => {
        const resource = document.resources.get(id ?? '');
        if (resource === undefined) return null;
        const kind = catalog.kind(resource.kind);
        const look = kind.look?.(resource, surroundingsOf(document, resource.id));
        const icon = look?.icon ?? kind.icon;
        return (
          <li key={`${index} ${resource.id}`} data-is={is} title={say(look?.label ?? kind.label)}>
            {icon === null ? (
              <KindIcon kind={kind} icon={null} size={18} />
            ) : (
              <img
                className="resource-icon"
                src={iconAddress(icon)}
                width={18}
                height={18}
                alt=""
                draggable={false}
              />
            )}
            <span>{resource.name === '' ? say(kind.label) : resource.name}</span>
          </li>
        );
      })}
    </ol>
  );
}
