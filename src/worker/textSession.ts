/**
 * The edit of one text: what it began from, what was read of it last. As long as nobody else changes the diagram, every
 * reading is compared with the beginning, so that what is cut out and put in again is the same as before.
 */
import { beginEdit, reread, type EditBase } from '../core/cfn/reread/reread';
import { findingPlaces, type PlacedFinding, type TextPlace } from '../core/cfn/reread/findingPlaces';
import { outlineOf, type Outline } from '../core/cfn/reread/outline';
import type { Catalog } from '../core/catalog/catalog';
import { changesBetween } from '../core/model/changesBetween';
import type { Document, TemplateId } from '../core/model/document';
import type { Patch } from '../core/store/store';
import type { TextFault } from './codeProtocol';

export interface TextSession {
  /** Somebody may be about to edit this text, which says what the diagram is. */
  begin(
    document: Document,
    template: TemplateId | null,
    fileName: string,
    text: string,
  ): TextFault | undefined;
  /** What the text, as it is now, changes in the diagram of now. */
  edit(current: Document, text: string): Proposal | { readonly fault: TextFault };
  /** The changes of an edit were made; gives the diagram that has them. */
  taken(proposal: Proposal): Document;
  /** Somebody else changed the diagram. */
  changed(): void;
  places(
    findings: readonly PlacedFinding[],
  ):
    | { readonly text: string; readonly places: ReadonlyMap<string, TextPlace>; readonly outline: Outline }
    | undefined;
}

export interface Proposal {
  readonly template: TemplateId;
  readonly changes: readonly Patch[];
  readonly outline: Outline;
  readonly base: EditBase;
}

export function createTextSession(catalog: Catalog): TextSession {
  let start: EditBase | undefined;
  let last: EditBase | undefined;
  let isShared = false;

  return {
    begin(document, template, fileName, text) {
      const isSame = last !== undefined && last.text === text && (template ?? fileName) === last.template;
      if (isSame && !isShared) return undefined;
      const base =
        isSame && last !== undefined && hasSame(last.document, document)
          ? { ...last, document, isExact: true }
          : beginEdit(catalog, document, template, fileName, text);
      if (!('read' in base)) {
        // What was begun before is of another text.
        start = undefined;
        last = undefined;
        return faultOf(base);
      }
      start = base;
      last = base;
      isShared = false;
      return undefined;
    },
    edit(current, text) {
      if (start === undefined || last === undefined) return { fault: { message: notBegun } };
      const read = isShared
        ? reread(catalog, last, current, text)
        : reread(catalog, start, start.document, text);
      if (!('document' in read)) return { fault: faultOf(read) };
      return {
        template: read.base.template,
        changes: changesBetween(current, read.document),
        outline: outlineOf(read.base.read.reading.source),
        base: read.base,
      };
    },
    taken({ base }) {
      last = base;
      // What others changed is in it now: the next reading goes on from here.
      if (isShared) start = base;
      isShared &&= !base.isExact;
      return base.document;
    },
    changed() {
      isShared = true;
    },
    places(findings) {
      if (last === undefined) return undefined;
      return {
        text: last.text,
        places: findingPlaces(last, findings),
        outline: outlineOf(last.read.reading.source),
      };
    },
  };
}

/** Whether the same resources stand in the same ones, so that who is who is the same as well. */
function hasSame(a: Document, b: Document): boolean {
  if (a.resources.size !== b.resources.size || a.templates !== b.templates) return false;
  for (const [id, { kind, parentId }] of a.resources) {
    const other = b.resources.get(id);
    if (other?.kind !== kind || other.parentId !== parentId) return false;
  }
  return true;
}

function faultOf({ message, line, column }: TextFault): TextFault {
  return {
    message,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** Only a worker that was started anew can say this. */
const notBegun = {
  en: 'the template has not been read yet; type something to try again',
  ja: 'テンプレートはまだ読み込まれていません。もう一度入力してください',
};
