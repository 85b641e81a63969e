/** Reads a diagram's templates with other values of their parameters, off the thread of the page. */
import { catalog } from '../awsKinds';
import { parametersIn } from '../core/cfn/parametersIn';
import { withParameters } from '../core/cfn/reread/reread';
import { changesBetween } from '../core/model/changesBetween';
import type { ParametersAnswer, ParametersRequest } from './parametersProtocol';

self.addEventListener('message', ({ data }: MessageEvent<ParametersRequest>) => {
  const { number, document, values } = data;
  const next = values === undefined ? document : withParameters(catalog, document, values);
  const answer: ParametersAnswer =
    'message' in next
      ? { number, parameters: parametersIn(document), changes: [], fault: next.message }
      : { number, parameters: parametersIn(next), changes: changesBetween(document, next) };
  self.postMessage(answer);
});
