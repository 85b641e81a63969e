/** Names in code for what has a name in the template: no two alike, none that the language keeps for itself. */

/** Gives out names, each one once. */
export interface NamePool {
  /** The name, with a number behind it where it is taken. */
  take(wanted: string): string;
  has(name: string): boolean;
}

/** `reserved`: the names that nothing may have. */
export function createNamePool(reserved: Iterable<string> = []): NamePool {
  const taken = new Set(reserved);
  return {
    take(wanted) {
      let free = wanted;
      for (let number = 2; taken.has(free); number++) free = `${wanted}${number}`;
      taken.add(free);
      return free;
    },
    has: (name) => taken.has(name),
  };
}

/** What is left of a name when it is to be one of a variable, a class or a property: letters, digits, underscores. */
export function identifierIn(name: string): string {
  const cleaned = name.replace(/[^A-Za-z0-9_]/g, '').slice(0, 60);
  return /^[A-Za-z]/.test(cleaned) ? cleaned : `item${cleaned}`;
}

/** The ID of a construct, and the logical ID that it must be told when that is another. */
export interface ConstructId {
  readonly id: string;
  readonly logicalId: string | null;
}

/** Constructs that the library makes itself, and a name that it cuts out of paths. */
const ofTheLibrary = ['BootstrapVersion', 'CheckBootstrapVersion', 'CDKMetadata', 'Default'];

/** The most characters of a logical ID. */
const longest = 255;

/**
 * IDs of constructs. In a template each section has names of its own, in a stack all constructs share them: what comes
 * later and has a name that is taken gets another, and keeps its logical ID.
 */
export function constructIds(): (section: string, name: string) => ConstructId {
  const ids = createNamePool(ofTheLibrary);
  const inSections = new Map<string, NamePool>();
  return (section, name) => {
    const inSection = inSections.get(section) ?? createNamePool();
    inSections.set(section, inSection);
    const logicalId = inSection.take(name.replace(/[^A-Za-z0-9]/g, '').slice(0, longest) || section);
    return ids.has(logicalId)
      ? { id: ids.take(`${logicalId}${section}`), logicalId }
      : { id: ids.take(logicalId), logicalId: null };
  };
}

/** Text for a comment: one line, that cannot end the comment. */
export function commentText(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .replaceAll('*/', '* /')
    .replaceAll('"""', "'''")
    .replaceAll('\\', '/')
    .trim();
}
