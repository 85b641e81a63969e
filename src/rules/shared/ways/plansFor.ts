/** Plans for a question that is not drawn: one from the command line, or about a cell of the matrix. */
import type { Catalog } from '../../../core/catalog/catalog';
import type { Document } from '../../../core/model/document';
import type { Query } from '../../../core/network/trace';
import { plansThatMend } from '../../../core/plans/mend';
import type { Plan } from '../../../core/plans/plan';
import { contextOf } from '../../../core/rules/context';
import { drawnQuestion } from './drawnQuestion';
import { ways } from './index';

/** What would make the flow of a question pass, best first. Nothing for ends that nobody could draw. */
export function plansFor(catalog: Catalog, document: Document, query: Query): readonly Plan[] {
  const drawn = drawnQuestion(catalog, document, query);
  return drawn === undefined ? [] : plansThatMend(contextOf(catalog, drawn.document), drawn.flow, ways);
}
