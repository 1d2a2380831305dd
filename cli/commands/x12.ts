import type { Command } from 'commander';
import { addX12JsonCommands } from './x12-json.js';

/** Commands about X12 files themselves: they need no database and no running product. */
export function addX12Command(program: Command, finish: (exitCode: number) => void): void {
  const x12 = program.command('x12').description('X12 files: as JSON and back');
  addX12JsonCommands(x12, finish);
}
