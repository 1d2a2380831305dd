/** Puts items behind others, one by one: as arguments of `push` a claim of many lines would be too many. */
export function append<Item>(items: Item[], more: readonly Item[]): void {
  for (let index = 0; index < more.length; index += 1) {
    const item = more[index];
    if (item !== undefined) items.push(item);
  }
}
