/**
 * The lines of a UTF-8 stream as they come, without their ends. Only a line feed ends a line:
 * node:readline also splits at U+2028, which may stand inside a JSON text.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let unfinished: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n');
    unfinished.push(first);
    for (const next of rest) {
      yield unfinished.join('');
      unfinished = [next];
    }
  }
  const last = unfinished.join('') + decoder.decode();
  if (last !== '') yield last;
}
