import { remedyOf } from '../../domain/x12/finding-remedies.js';
import { maskFinding } from '../../domain/x12/masking/mask-finding.js';
import { printable } from '../../domain/x12/view/printable.js';
import { describeLocation, type X12Finding } from '../../domain/x12/x12-finding.js';
import type { ReportOptions } from './check-lines.js';
import { figuresText } from './figures-text.js';

/** Findings put together that say the same, errors first, then in file order: what it is, what to do, and each place. */
export function findingLines(findings: readonly X12Finding[], options: ReportOptions): string[] {
  const groups = new Map<string, X12Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity}\n${finding.code}\n${finding.message}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const all = [...groups.values()];
  const ordered = [...all.filter((group) => isError(group)), ...all.filter((group) => !isError(group))];
  return ordered.flatMap((group) => groupLines(group, options));
}

function isError([first]: readonly X12Finding[]): boolean {
  return first?.severity === 'error';
}

function groupLines(group: readonly X12Finding[], { masked, placesMax }: ReportOptions): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const times = group.length === 1 ? '' : ` (${group.length} times)`;
  const places = group.slice(0, placesMax).map((finding) => {
    const shown = masked ? maskFinding(finding) : finding;
    const value = shown.value === undefined ? '' : `, value ${printable(shown.value)}`;
    const { figures } = finding;
    const sum = figures === undefined ? '' : `: ${figuresText(figures.statedCents, figures.computedCents)}`;
    return `      ${describeLocation(shown)}${value}${sum}`;
  });
  const more = group.length - places.length;
  return [
    `  ${first.severity.padEnd(7)} ${first.code}${times}: ${first.message}`,
    `          To do: ${remedyOf(first.code)}`,
    ...places,
    ...(more === 0 ? [] : [`      … and ${more} more (--all shows them)`]),
  ];
}
