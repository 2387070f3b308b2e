/** A regular expression source that matches a text as it stands, whatever white space is between its words. */
export function literal(text: string): string {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
}

/** The text with every match turned to blanks, so that offsets and lines stay. */
export const blanked = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (match) => match.replace(/[^\n]/g, ' '));
