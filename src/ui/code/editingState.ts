/** What is known of the texts beside the diagram: of those that are shown, and of those that are being typed. */
import type { StoreApi } from 'zustand/vanilla';
import type { Outline } from '../../core/cfn/reread/outline';
import type { Document, TemplateId } from '../../core/model/document';
import type { Finding } from '../../core/rules/rule';
import type { Code, CodeFormat, Places, TextFault } from '../../worker/codeProtocol';

export interface TextEditing {
  readonly state: StoreApi<EditingState>;
  /** A pane is there; gives how to say that it is gone. */
  attach(): () => void;
  show(format: CodeFormat | null, template: TemplateId | null): void;
  /** The whole text after a key press in it. */
  typed(text: string): void;
  /** What is typed in place of a template's text; undefined where nothing is. */
  textOf(template: TemplateId | null): string | undefined;
  /** Gives up what was typed since the diagram last followed. */
  discard(): void;
  /** Puts back what was typed before the page was loaded, and reads it again. The last that was typed in comes first. */
  restore(found: readonly FoundDraft[]): void;
  /** Asks where findings stand in the text that is shown. */
  place(findings: readonly Finding[]): void;
}

export interface EditingState {
  readonly code: Code | null;
  /** The writer broke down; the text is that of an earlier state. */
  readonly failed: boolean;
  /** By template. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** The template whose draft of an earlier time was put back: the one to begin with. */
  readonly found: TemplateId | null;
  readonly places: Places | null;
  /** The names in the last text that could be read. */
  readonly names: Outline | null;
}

/**
 * A text that the diagram does not follow yet. The text itself is asked for (`textOf`): it changes with every key press, for
 * which nothing else is drawn again.
 */
export interface Draft {
  readonly format: CodeFormat;
  /** What is wrong with it, once somebody has looked, and with which text. */
  readonly fault: DraftFault | null;
  /** The diagram has changed since the draft was begun. */
  readonly isBehind: boolean;
  readonly from: Said;
}

/** A draft of an earlier time. */
export interface FoundDraft extends Pick<Draft, 'format' | 'isBehind' | 'from'> {
  readonly key: string;
  readonly text: string;
}

export interface DraftFault extends TextFault {
  readonly text: string;
}

/** What a diagram said. */
export interface Said {
  readonly revision: number;
  /** Where it is still to be had; the worker knows those of the last revisions. */
  readonly document: Document | undefined;
  readonly text: string;
}

export interface Clock {
  readonly now: () => number;
  /** Calls back after so many ms; gives how to stop that. */
  readonly after: (ms: number, work: () => void) => () => void;
}

export function draftKey(template: TemplateId | null): string {
  return template ?? '';
}
