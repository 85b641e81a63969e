/** What is read of a transaction of IndexedDB, in whatever stores. */
interface Transaction {
  readonly done: Promise<void>;
  abort(): void;
}

/** All of it is written, or nothing. */
export async function whole<T extends Transaction>(
  transaction: T,
  write: (transaction: T) => Promise<void>,
): Promise<void> {
  // The failure is reported once, by `done` or by what `write` throws.
  const done = transaction.done;
  done.catch(() => undefined);
  try {
    await write(transaction);
  } catch (failure) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    throw failure;
  }
  await done;
}
