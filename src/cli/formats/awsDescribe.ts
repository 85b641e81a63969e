/** The answers that AWS's own commands would give of the design, one file for each call. */
import { catalog } from '../../aws';
import { answerWritings } from '../../awsAnswers';
import { describeMappings } from '../../awsDescribe';
import { exportAnswers } from '../../core/describe/exportAnswers';
import type { Document } from '../../core/model/document';
import type { Written } from './format';

export function writeAnswers(document: Document): Written {
  const { files, remarks } = exportAnswers(catalog, describeMappings, answerWritings, document);
  return { files, main: null, isFolder: true, remarks };
}
