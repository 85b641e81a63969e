/**
 * The English words in a text that is meant to be Japanese. Names and values that a design gives are none of the product’s
 * words, and neither are host names, ids and codes, nor what AWS’s Japanese console writes in Latin letters.
 */

/** Words in small letters that AWS writes like that in Japanese as well. */
const asAwsWrites = new Set(
  [
    // Values of fields.
    'local healthy all alb ip instance lambda any ping hosts',
    // The names under which services answer.
    'com dkr ecr logs sns sqs ssm ssmmessages secretsmanager dynamodb',
    // What AWS says itself when it refuses an association.
    'already associated',
  ].flatMap((words) => words.split(' ')),
);

export function englishIn(text: string, names: Iterable<string>): readonly string[] {
  let rest = text;
  const longestFirst = [...names].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  for (const name of longestFirst) rest = rest.split(name).join('§');
  const words = rest
    // What somebody has written, a code, and the internet as the command line names the end of a flow.
    .replace(/「[^」]*」|“[^”]*”|\[[^\]]*\]|internet (?=→)|(?<=→ )internet\b/g, '§')
    .matchAll(/(?<![A-Za-z0-9.\-_/:@&{])[a-z]{2,}(?![A-Za-z0-9\-_/:@.(}])/g);
  return [...new Set([...words].map(([word]) => word))].filter((word) => !asAwsWrites.has(word));
}
