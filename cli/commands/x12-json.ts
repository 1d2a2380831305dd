import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Finding } from '../../domain/kernel/finding.js';
import { fileToJson } from '../../domain/x12/json/file-to-json.js';
import { jsonToFile } from '../../domain/x12/json/json-to-file.js';
import { describeLocation, hasErrors, type X12Finding } from '../../domain/x12/x12-finding.js';
import { UsageError } from '../text/usage-error.js';

const privacy =
  'The output holds all data of the files, names and diagnoses of patients too: keep it where such data may be.';

/** `x12 to-json` and `x12 from-json`; `finish` takes the exit code. */
export function addX12JsonCommands(x12: Command, finish: (exitCode: number) => void): void {
  x12
    .command('to-json')
    .description('print X12 files as JSON: envelopes, and each transaction as its model; amounts are cents')
    .argument('<files...>', 'X12 files of any kind')
    .option('--lines', 'each file as one line of JSON')
    .addHelpText('after', `\n${privacy}\nWhat is wrong with a file goes to standard error, without its data.`)
    .action((files: string[], { lines }: { lines?: true }) => finish(printAsJson(files, lines === true)));
  x12
    .command('from-json')
    .description('write the X12 file that a JSON form (from x12 to-json) stands for')
    .argument('<file>', 'a JSON file, or - for standard input')
    .option('--output <file>', 'where to write it; standard output unless given')
    .addHelpText('after', `\n${privacy}`)
    .action((file: string, { output }: { output?: string }) => finish(writeFromJson(file, output)));
}

/** 0 when all files were understood, 1 when there are findings of error severity. */
function printAsJson(files: readonly string[], asLines: boolean): number {
  let exitCode = 0;
  for (const file of files) {
    const { document, findings } = fileToJson(readBytes(file));
    process.stdout.write(`${JSON.stringify(document, null, asLines ? 0 : 2)}\n`);
    printTroubles(findings.map((finding) => fileFindingLine(file, finding)));
    if (hasErrors(findings)) exitCode = 1;
  }
  return exitCode;
}

/** 0 when the file was written, 1 when the JSON does not stand for one. */
function writeFromJson(file: string, output: string | undefined): number {
  const result = jsonToFile(parseJson(file));
  if (!result.ok) {
    printTroubles(result.error.map((finding) => jsonFindingLine(file, finding)));
    return 1;
  }
  printTroubles(result.value.warnings.map((finding) => jsonFindingLine(file, finding)));
  if (output === undefined) process.stdout.write(result.value.text);
  else writeOutput(output, result.value.text);
  return 0;
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch {
    throw new UsageError(`the file ${file} can't be read`);
  }
}

function parseJson(file: string): unknown {
  const text = readBytes(file).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file} holds no JSON: give a file that x12 to-json printed`);
  }
}

function writeOutput(file: string, text: string): void {
  try {
    writeFileSync(file, text, 'latin1');
  } catch {
    throw new UsageError(`the file ${file} can't be written`);
  }
}

/** Findings without their values, which may be patients' data. */
function fileFindingLine(file: string, finding: X12Finding): string {
  return `${file}: ${finding.severity}: ${describeLocation(finding)}: ${finding.message} (${finding.code})`;
}

function jsonFindingLine(file: string, { severity, location, message, remedy }: Finding): string {
  const place = location === undefined ? '' : `${location}: `;
  return `${file}: ${severity}: ${place}${message}${remedy === undefined ? '' : `. ${remedy}`}`;
}

function printTroubles(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
}
