import { fileURLToPath } from 'node:url';

/** Where the failure converter's module is: Temporal loads it by path, also inside the workflow bundle. */
export const failureConverterPath = fileURLToPath(new URL('./failure-converter.ts', import.meta.url));
