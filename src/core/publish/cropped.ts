/** What of a picture is within its view: what lies wholly outside of it is in no file that shows only the view. */
import { overlaps } from '../../lib/rect';
import { boundsOf } from '../picture/bounds';
import type { Group, Picture } from '../picture/picture';

export function withinView(picture: Picture): Picture {
  const groups = picture.groups.flatMap((group): Group[] => {
    const parts = group.parts.filter((part) => {
      const room = boundsOf([{ ...group, parts: [part] }]);
      return room !== undefined && overlaps(room, picture.view);
    });
    return parts.length === 0 ? [] : [{ ...group, parts }];
  });
  return { ...picture, groups };
}
