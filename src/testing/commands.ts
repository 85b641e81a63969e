/** Runs other programs for our scripts, showing what they print. */
import { spawn } from 'node:child_process';

/** The exit status; 1 for a program that could not be started or was ended by a signal. */
export function runProgram(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve) => {
    // Vite, which runs our scripts, says NODE_ENV=development for itself; a build that inherited it would be React's
    // slow and large one.
    const { NODE_ENV: _, ...inherited } = process.env;
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...inherited, ...environment },
    });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
}
