/** Marks a branch the types rule out; reaching it is a fault (a value from outside passed a boundary unchecked). */
export function assertNever(value: never): never {
  throw new Error(`unreachable variant ${JSON.stringify(value)?.slice(0, 40) ?? ''}`);
}
