import { InvariantError } from '../../kernel/invariant-error.js';
import type { ElementRule, Guide, LoopRule, SegmentRule, SimpleElementRule } from '../guide.js';

/** The first loop of a guide with that name (`2300`, `2010AA`; the root has one too). */
export function loopRule(guide: Guide, id: string): LoopRule {
  const found = findLoop(guide.root, id);
  if (found === undefined) throw new InvariantError(`the guide ${guide.ids[0] ?? ''} has no loop ${id}`);
  return found;
}

function findLoop(loop: LoopRule, id: string): LoopRule | undefined {
  if (loop.id === id) return loop;
  for (const part of loop.parts) {
    const found = part.kind === 'loop' ? findLoop(part, id) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The uses a loop has of a segment, in the order of the guide. */
export function segmentRules(guide: Guide, loop: string, id: string): SegmentRule[] {
  return loopRule(guide, loop).parts.flatMap((part) => (part.kind === 'segment' && part.id === id ? [part] : []));
}

/** One use of a segment: `2300 CLM`, or `2300 REF=F8` for the one with that qualifier. */
export function segmentRule(guide: Guide, place: string): SegmentRule {
  const [loop = '', segment = ''] = place.split(' ');
  const [id = '', qualifier] = segment.split('=');
  const found = segmentRules(guide, loop, id).find(
    (rule) => qualifier === undefined || rule.qualifier?.codes.includes(qualifier),
  );
  if (found === undefined) throw new InvariantError(`the guide ${guide.ids[0] ?? ''} has no segment ${place}`);
  return found;
}

/** An element or component, such as `2300 CLM 5-1`; undefined where the guide has no place for a value. */
export function elementRule(guide: Guide, place: string): SimpleElementRule | undefined {
  const [loop = '', segment = '', position = ''] = place.split(' ');
  const [number = 0, component = 0] = position.split('-').map(Number);
  const rule = valueRule(segmentRule(guide, `${loop} ${segment}`).elements[number - 1], component);
  return rule === undefined || rule.usage === 'N' ? undefined : rule;
}

function valueRule(rule: ElementRule | undefined, component: number): SimpleElementRule | undefined {
  if (rule === undefined || rule.usage === 'N') return undefined;
  if (rule.kind === 'composite') return rule.components[component - 1];
  return component < 2 ? rule : undefined;
}
