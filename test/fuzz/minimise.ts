/** The shortest text found that still fails: pieces are taken out, large ones first, as long as it does. */
export function minimise(text: string, stillFails: (text: string) => boolean): string {
  let current = text;
  for (let size = Math.ceil(current.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < current.length; ) {
      const shorter = current.slice(0, at) + current.slice(at + size);
      if (stillFails(shorter)) current = shorter;
      else at += size;
    }
  }
  return current;
}
