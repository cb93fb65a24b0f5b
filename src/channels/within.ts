/** Something did not end in time; it may yet. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/**
 * What a promise gives, for as long as that takes no longer than a limit. What comes after it, also an error, is not looked
 * at any more.
 *
 * @param limit in milliseconds
 * @throws TookTooLong when it takes longer
 */
export async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new TookTooLong(`it took longer than ${limit} ms`));
    }, limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
