/** What somebody sees who comes for the first time: without the list of all examples, which the gallery has. */
import threePaths from '../../../examples/three-paths/three-paths.vpcanvas.json?url';
import type { Document } from '../../core/model/document';
import { readDiagram } from '../../core/store/diagramFile';
import { catalog } from '../../pageKinds';

/** In the gallery it comes first as well. */
export const beginWith = 'three-paths';

export async function readExample(address: string): Promise<Document | undefined> {
  const opened = readDiagram(catalog, await (await fetch(address)).text());
  return 'document' in opened ? opened.document : undefined;
}

export function readFirstExample(): Promise<Document | undefined> {
  return readExample(threePaths);
}
