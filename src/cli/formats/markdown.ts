/** A written walk-through, with its picture where the two can stay together: in a folder or an archive. */
import { catalog, rules } from '../../aws';
import { exportWalkthrough } from '../../core/walkthrough/exportWalkthrough';
import type { Document } from '../../core/model/document';
import type { Asked, Written, WrittenFile } from './format';
import { writeSvg } from './picture';

export async function writeWalkthrough(document: Document, asked: Asked): Promise<Written> {
  const { language, prices } = asked;
  const { main: picture, remarks } = await writeSvg(document, asked);
  const text = (name?: string): WrittenFile => ({
    path: 'diagram.md',
    text: exportWalkthrough(catalog, rules, document, { language, prices, picture: name }),
  });
  return {
    files: picture === null ? [text()] : [text(picture.path), picture],
    // By itself it names no picture that is not there.
    main: text(),
    isFolder: true,
    remarks,
    isToLookAt: true,
  };
}
