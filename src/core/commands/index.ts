/** All commands by name. A new one is one file and one line here. */
import { enableMapSet, produce } from 'immer';
import type { Document } from '../model/document';
import { acceptGuess } from './acceptGuess';
import { addFlow } from './addFlow';
import { addResource } from './addResource';
import { addScene } from './addScene';
import { addScope } from './addScope';
import { collapseResources } from './collapseResources';
import type { Command, CommandContext } from './command';
import { deleteFlows } from './deleteFlows';
import { deleteResources } from './deleteResources';
import { deleteScenes } from './deleteScenes';
import { deleteScopes } from './deleteScopes';
import { moveResources } from './moveResources';
import { pasteResources } from './pasteResources';
import { placeResources } from './placeResources';
import { renameDocument } from './renameDocument';
import { renameResource } from './renameResource';
import { replaceResource } from './replaceResource';
import { restoreDocument } from './restoreDocument';
import { setFlow } from './setFlow';
import { setGroup } from './setGroup';
import { setLocked } from './setLocked';
import { setProps } from './setProps';
import { setRow } from './setRow';
import { setScene } from './setScene';
import { setScope } from './setScope';
import { setZOrders } from './setZOrders';
import { suppressFinding } from './suppressFinding';
import { unsuppressFinding } from './unsuppressFinding';

enableMapSet();

export const commands = {
  acceptGuess,
  addFlow,
  addResource,
  addScene,
  addScope,
  collapseResources,
  deleteFlows,
  deleteResources,
  deleteScenes,
  deleteScopes,
  moveResources,
  pasteResources,
  placeResources,
  renameDocument,
  renameResource,
  replaceResource,
  restoreDocument,
  setFlow,
  setGroup,
  setLocked,
  setProps,
  setRow,
  setScene,
  setScope,
  setZOrders,
  suppressFinding,
  unsuppressFinding,
};

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandArgs<N extends CommandName> = Commands[N] extends Command<infer Args> ? Args : never;

/** A command with its arguments, as data. */
export type CommandCall = {
  readonly [N in CommandName]: { readonly command: N; readonly args: CommandArgs<N> };
}[CommandName];

/** Writes a call with its arguments checked against its name. */
export function call<N extends CommandName>(command: N, args: CommandArgs<N>): CommandCall {
  // The pair was checked by this signature; TypeScript does not carry that into the union.
  return { command, args } as unknown as CommandCall;
}

/** Edits a draft by one call. */
export function applyCall(
  draft: import('./command').DocumentDraft,
  { command, args }: CommandCall,
  context: CommandContext,
): void {
  // `CommandCall` pairs each name with its own arguments.
  (commands[command] as Command<unknown>).run(draft, args, context);
}

/** The document after one call; the same object when nothing changed. */
export function runCommand(context: CommandContext, document: Document, each: CommandCall): Document {
  return produce(document, (draft) => applyCall(draft, each, context));
}
