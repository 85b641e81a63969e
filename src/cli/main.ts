/** The entry of the bundled command line. It loads nothing that the verb does not need. */
import { processIo } from './processIo';
import { run } from './run';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Setting the status, and not leaving at once, lets what was written reach its reader.
process.exitCode = await run(process.argv.slice(2), processIo);
