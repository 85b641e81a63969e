/** What is selected, and everything that can be said and changed about it. Nothing while nothing is selected. */
import type { Document } from '../../core/model/document';
import { bringWords } from '../../pageHelp';
import { useSession } from '../useEditor';
import { useDocumentPart } from '../useParts';
import { FlowInspector } from './FlowInspector';
import { ResourceInspector } from './ResourceInspector';
import { SeveralInspector } from './SeveralInspector';
import '../controls.css';
import './inspector.css';

// Before anything of it is drawn.
bringWords();

export function Inspector() {
  const selection = useSession((session) => session.selection);
  const { resources, flows } = useDocumentPart((document) => present(document, selection));
  const [first, ...others] = [...resources, ...flows];
  if (first === undefined) return null;
  if (others.length > 0) return <SeveralInspector resources={resources} flows={flows} />;
  return resources.length === 1 ? (
    <ResourceInspector key={first} id={first} />
  ) : (
    <FlowInspector key={first} id={first} />
  );
}

/** What is selected and still there: an undo may have taken it away. */
function present(document: Document, selection: ReadonlySet<string>) {
  const ids = [...selection];
  return {
    resources: ids.filter((id) => document.resources.has(id)),
    flows: ids.filter((id) => document.flows.has(id)),
  };
}
