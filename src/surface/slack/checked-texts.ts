import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { LIMITS } from '../../render/slack/limits.ts';

/** A text that was checked, and the thread to show the outcome in; null for a text that is no message. */
export interface Checked {
  text: string;
  at: { channel: string; thread: string } | null;
}

/** What the buttons under a checked text carry. */
export interface CheckedTexts {
  /** A value for a button: the text itself, packed, or, where it is too long for that, a name that it is kept under. */
  carry(checked: Checked): string;
  /** What a button carried; null where a long text is no longer kept. */
  of(value: string): Checked | null;
}

/** How many characters of long texts are kept, and how long. */
const MOST = 4_000_000;
const TWELVE_HOURS = 12 * 60 * 60 * 1_000;
/** No text that was packed into a button is longer than this, in bytes. */
const LARGEST = 1_000_000;

const PACKED = 'z';
const KEPT = 'k';

const schema = z.strictObject({
  text: z.string(),
  at: z.strictObject({ channel: z.string(), thread: z.string() }).nullable(),
});

/** Remembers texts that don't fit into a button. Bounded in size and time; a restart forgets them. */
export function createCheckedTexts(most = MOST): CheckedTexts {
  const kept = new LRUCache<string, Checked>({
    maxSize: most,
    sizeCalculation: ({ text }) => text.length + 1,
    ttl: TWELVE_HOURS,
  });
  return {
    carry: ({ text, at }) => {
      const json = JSON.stringify({ text, at });
      const packed = `${PACKED}${deflateRawSync(json, { level: 9 }).toString('base64url')}`;
      if (packed.length <= LIMITS.buttonValue) return packed;
      const name = createHash('sha256').update(json).digest('base64url');
      kept.set(name, { text, at });
      return `${KEPT}${name}`;
    },
    of: (value) => {
      const rest = value.slice(1);
      switch (value.charAt(0)) {
        case PACKED:
          return unpacked(rest);
        case KEPT:
          return kept.get(rest) ?? null;
        default:
          return null;
      }
    },
  };
}

function unpacked(packed: string): Checked | null {
  try {
    const json = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: LARGEST });
    return schema.safeParse(JSON.parse(json.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}
