import type { Command } from 'commander';
import { addX12AcknowledgeCommand } from './x12-acknowledge.js';
import { addX12CheckCommand } from './x12-check.js';
import { addX12JsonCommands } from './x12-json.js';
import { addX12ShowCommand } from './x12-show.js';

/** Commands about X12 files themselves. */
export function addX12Command(program: Command, finish: (exitCode: number) => void): void {
  const x12 = program
    .command('x12')
    .description(
      'X12 files: check, show, acknowledge, as JSON and back; without a database, a server or configuration',
    );
  addX12CheckCommand(x12, finish);
  addX12ShowCommand(x12, finish);
  addX12AcknowledgeCommand(x12, finish);
  addX12JsonCommands(x12, finish);
}
