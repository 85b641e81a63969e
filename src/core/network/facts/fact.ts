import type { ResourceId } from '../../model/document';

export interface FactBase {
  readonly by: ResourceId;
  /** Its ordering key in the diagram: of two things that cannot both be, AWS is taken to refuse the later one. */
  readonly order?: string;
}
