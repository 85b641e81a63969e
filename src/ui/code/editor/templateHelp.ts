/** What is known of templates: loaded when somebody first completes or looks up something. */
export { completionsAt, type Completion } from '../../../core/cfn/complete/completions';
export { definitionOf, lookUp, type LookedUp } from '../../../core/cfn/complete/lookUp';
export { namesInText } from '../../../core/cfn/complete/namesInText';
export { placeInText } from '../../../core/cfn/complete/textPlace';
