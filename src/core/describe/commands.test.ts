import { expect, test } from 'vitest';
import { describeMappings } from '../../awsDescribe';
import { commandsFor } from './commands';

const commands = commandsFor(describeMappings, 'eu-west-1');

test('the commands for a live network are lines that bash and PowerShell read alike, each with a file of its own', () => {
  expect(commands).toContain(
    'aws ec2 describe-vpcs --region eu-west-1 --output json > ec2-describe-vpcs.json',
  );
  // No quotes, variables, line continuations or chains: what differs between the two.
  for (const command of commands)
    expect(command).toMatch(/^aws [a-z0-9 -]+ --output json > [a-z0-9-]+\.json$/);
  expect(new Set(commands.map((command) => command.split('> ')[1])).size).toBe(commands.length);
});

test('the commands for a live network only read', () => {
  for (const command of commands) expect(command).toMatch(/^aws [a-z0-9]+ (?:describe|list)-/);
});
