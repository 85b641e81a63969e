/**
 * The parts of a name between which a line may break: words as AWS people write them, `WebServer`, `web-server`,
 * `VPCEndpoint`. `DynamoDB` is one word.
 */
export function nameParts(name: string): readonly string[] {
  return name.split(/(?<=[a-z0-9])(?=[A-Z])(?!DB)|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[-_./])/);
}
