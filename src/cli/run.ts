import type { Language } from '../lib/words';
import type { Io } from './io';
import { commonOptions, readOptions } from './options';
import { Refusal } from './refusal';
import { verbs, type Verb } from './verb';

/** Runs one command line and gives its exit status. Never throws. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const language = languageIn(args);
  try {
    const [name, ...rest] = args;
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      const topic = rest.find((each) => !each.startsWith('-'));
      const { overview, helpOf } = await import('./help');
      const text = topic === undefined ? overview(verbs, language) : await helpOf(verbNamed(topic), language);
      if (name === undefined) io.err(text);
      else io.out(text);
      return name === undefined ? 2 : 0;
    }
    if (name === '--version') {
      io.out(`${typeof VERSION === 'string' ? VERSION : 'not built'}\n`);
      return 0;
    }
    const verb = verbNamed(name);
    const module = await verb.load();
    const given = readOptions(rest, [...module.options, ...commonOptions]);
    if (given.has('help')) {
      const { helpOf } = await import('./help');
      io.out(await helpOf(verb, language));
      return 0;
    }
    return await module.run(given, { io, language });
  } catch (error) {
    if (error instanceof Refusal) {
      io.err(`${error.lineIn(language)}\n`);
      return 2;
    }
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.err(
      language === 'ja'
        ? `vpcanvas: 内部エラーです。次の内容を添えて報告してください。\n${told}\n`
        : `vpcanvas: this is a fault of vpcanvas itself; please report it with what follows.\n${told}\n`,
    );
    return 70;
  }
}

/** Put in when the command line is bundled. */
declare const VERSION: string | undefined;

/** Looked for before anything else is read, so that every complaint is in it. */
function languageIn(args: readonly string[]): Language {
  const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[index]?.startsWith('--lang=') === true ? args[index].slice(7) : args[index + 1];
  return index >= 0 && value === 'ja' ? 'ja' : 'en';
}

function verbNamed(name: string): Verb {
  const found = verbs.find((verb) => verb.name === name);
  if (found !== undefined) return found;
  const there = verbs.map((verb) => verb.name).join(', ');
  throw new Refusal({
    en: `There is no verb “${name}”; there are: ${there}`,
    ja: `「${name}」という操作はありません。使える操作: ${there}`,
  });
}
