import type { SlackBlock } from '../../../render/slack/schema.ts';

/** An element of a block that can be pressed or filled, with the block it is in. */
export interface Placed {
  blockId: string;
  element: Readonly<Record<string, unknown>> & { type: string; action_id: string };
}

/** Every element of some blocks that has an action_id, in order. */
export function elementsIn(blocks: readonly SlackBlock[]): Placed[] {
  return blocks.flatMap((block): Placed[] => {
    const blockId = block.block_id ?? '';
    const place = (element: Placed['element']): Placed => ({ blockId, element });
    switch (block.type) {
      case 'actions':
      case 'context_actions':
        return block.elements.map(place);
      case 'section':
        return block.accessory ? [place(block.accessory)] : [];
      case 'input':
        return [place(block.element)];
      case 'header':
      case 'divider':
      case 'context':
      case 'data_table':
      case 'data_visualization':
        return [];
    }
  });
}

/** The element with an action_id. Throws where it isn't shown: a person can only press what is there. */
export function elementWith(blocks: readonly SlackBlock[], actionId: string): Placed {
  const all = elementsIn(blocks);
  const found = all.find((p) => p.element.action_id === actionId);
  if (found) return found;
  throw new Error(
    `nothing shown has the action_id "${actionId}"; there are ${all.map((p) => p.element.action_id).join(', ') || 'none'}`,
  );
}
