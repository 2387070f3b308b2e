/** What stands for one character when a text is read, so that all offsets stay those of the text. */
const SAME: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '‒': '-',
  '‐': '-',
  '‑': '-',
  '—': ';',
  '―': ';',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '％': '%',
  '，': ',',
  '．': '.',
  '（': '(',
  '）': ')',
  '＋': '+',
  '－': '-',
  '￥': '¥',
  '／': '/',
  '：': ':',
  '；': ';',
  '。': '.',
  '、': ',',
  '~': '~',
  '～': '~',
  '〜': '~',
  '•': '\n',
  '●': '\n',
  '■': '\n',
  '◆': '\n',
  '➢': '\n',
  '\t': '\t',
  '\n': '\n',
  '\r': ' ',
};

const FULL_WIDTH = 0xff01 - 0x21;

function plainChar(char: string): string {
  const same = SAME[char];
  if (same !== undefined) return same;
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - FULL_WIDTH);
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || /[\s\p{Cf}]/u.test(char)) return ' ';
  return char;
}

/** What is no prose: addresses, markup, and Slack's references, blanked in place. */
const NOISE: readonly RegExp[] = [
  /<(?:@|#|!)[^>\n]{0,200}>/g,
  /\]\((?:https?:|mailto:|\/|#)[^)\n]{0,500}\)/g,
  /\b(?:https?:\/\/|www\.)[^\s)>|]{1,500}/g,
  /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}/g,
  /<\/?[a-z][^>\n]{0,100}>/gi,
  /^[ ]{0,3}(?:>[ ]?|#{1,6} )+/gm,
  /\*{1,3}|~~|`{1,3}|\[(?!\d)|\](?!\()/g,
  /(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu,
];

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/**
 * The text as it is read: full-width forms, dashes and quotes made plain, Markdown's and Slack's marks blanked. Every
 * character keeps its place, so offsets in the result are UTF-16 offsets of the text.
 */
export function plainText(text: string): string {
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    plain += char < '\u0080' && char >= ' ' ? char : plainChar(char);
  }
  for (const pattern of NOISE) plain = plain.replace(pattern, blank);
  return plain;
}

/** Lower case without a change of length: letters whose small form is longer stay as they are. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from({ length: text.length }, (_, i) => {
    const small = text.charAt(i).toLowerCase();
    return small.length === 1 ? small : text.charAt(i);
  }).join('');
}
