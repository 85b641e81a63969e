/** S3 and DynamoDB as AWS answers for them: a bucket and a table, made up, since a diagram has none. */
import { writesAnswers } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'aws-service',
  id: ({ id }) => id,
  write({ props }, scope) {
    if (props.service === 's3') scope.addOnce('Buckets', 's3', { Name: 'example-bucket' });
    if (props.service === 'dynamodb') scope.addOnce('TableNames', 'dynamodb', { Name: 'example-table' });
  },
});
