/** One part of the bench. Its texts are tables and remarks, printed in order. */
export interface Part {
  name: string;
  measures: string;
  /** Takes so long that it runs only where it is named. */
  onlyNamed?: true;
  run: (options: Options) => string | Promise<string>;
}

export interface Options {
  /** Fewer rounds: a rough look. */
  quick: boolean;
  /** Of what is drawn at random. */
  seed: number;
  /** How long the load lasts; null as long as it is meant to. */
  seconds: number | null;
}
