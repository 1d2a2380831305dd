import type { Command } from 'commander';
import { viewFile } from '../../domain/x12/view/view-file.js';
import { plural } from '../text/plural.js';
import { endWithReader, writeOut } from '../text/write-out.js';
import { readX12File } from '../x12/read-x12-file.js';
import { unmaskOption } from '../x12/unmask-option.js';

export function addX12ShowCommand(x12: Command, finish: (exitCode: number) => void): void {
  x12
    .command('show')
    .description('a file for people: envelope, loops by the guide’s names, each value with its name')
    .argument('<file>', 'an X12 file')
    .addOption(unmaskOption())
    .addHelpText(
      'after',
      '\nThe number before a line is the position of the segment in its transaction set, as findings name it.\n*** stands for a value that may be of a patient; whatever is not certainly harmless is masked.',
    )
    .action(async (file: string, options: { readonly unmask?: true }) => finish(await show(file, options)));
}

const linesAtATime = 1_000;
const marginWidth = 6;

async function show(file: string, { unmask }: { readonly unmask?: true }): Promise<number> {
  endWithReader();
  const bytes = readX12File(file);
  let lines: string[] = [];
  let shown = 0;
  for (const { depth, position, text } of viewFile(bytes, { masked: unmask !== true })) {
    const margin = (position === undefined ? '' : String(position)).padStart(marginWidth);
    lines.push(`${margin}  ${'  '.repeat(depth)}${text}\n`);
    shown += 1;
    if (lines.length < linesAtATime) continue;
    await writeOut(lines.join(''));
    lines = [];
  }
  await writeOut(lines.join(''));
  if (shown > 0) return 0;
  process.stderr.write(`${file} holds no X12 (${plural(bytes.length, 'byte')}); x12 check says more\n`);
  return 1;
}
