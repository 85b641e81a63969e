import type { Words } from '../../lib/words';
import type { CommandCall } from '../commands';
import { runCommand } from '../commands';
import type { CommandContext } from '../commands/command';
import type { Document } from '../model/document';

/**
 * Something one could do: a finding's fix, an alternative path, a what-if. It is data, so that it can be previewed,
 * traced, priced, sent to a worker, and applied as one undo step.
 */
export interface Plan {
  /** What happens, as a button says it: "Add route 0.0.0.0/0 → NatGateway". */
  readonly title: Words;
  readonly commands: readonly CommandCall[];
}

/** The document as it would be. The given one is untouched. Throws when a command does not fit the document. */
export function documentAfter(context: CommandContext, document: Document, plan: Plan): Document {
  return plan.commands.reduce((sofar, call) => runCommand(context, sofar, call), document);
}
