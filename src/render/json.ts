import type { FactBase } from '../facts/base.ts';
import type { Answer, Choice, Figure, Refusal } from '../model/answer.ts';
import type { Unit } from '../model/fact.ts';
import { figureText } from './number.ts';
import { lineText, toText } from './text.ts';

export interface FigureJson {
  metric: string;
  segment: string;
  period: string;
  measure: Figure['measure'];
  against: string | null;
  scenario: Figure['scenario'];
  value: number | string;
  unit: Unit;
  decimals: number;
  printed: string;
  sections: readonly string[];
  derived: boolean;
  facts: readonly string[];
}

/** The answer as the contract has it; a surface adds its id. */
export interface AnswerJson {
  status: Answer['status'];
  intent: string;
  reading: string;
  assumed: readonly string[];
  figures: FigureJson[];
  sections: readonly string[];
  text: string;
  notes: string[];
  choices: readonly Choice[];
  suggestions: readonly Choice[];
  refusal?: Refusal;
}

/** A figure as the contract has it: `value` in base units. */
export function figureJson(f: Figure, unit: Answer['unit']): FigureJson {
  return {
    metric: f.metric,
    segment: f.segment,
    period: f.period,
    measure: f.measure,
    against: f.against === '' ? null : f.against,
    scenario: f.scenario,
    value: typeof f.value === 'string' ? f.value : f.value.toNumber(),
    unit: f.unit,
    decimals: f.decimals,
    printed: f.printed === '' ? figureText(f, 'full', unit) : f.printed,
    sections: f.sections,
    derived: f.derivation !== null,
    facts: f.facts,
  };
}

/** An answer as plain data; `value` in base units, the headline figure first. */
export function toJson(base: FactBase, answer: Answer): AnswerJson {
  return {
    status: answer.status,
    intent: answer.intent,
    reading: lineText(base, answer.reading, answer.unit),
    assumed: answer.assumed,
    figures: answer.figures.map((f) => figureJson(f, answer.unit)),
    sections: answer.sections,
    text: toText(base, answer),
    notes: answer.notes.map((n) => lineText(base, n, answer.unit)),
    choices: answer.choices,
    suggestions: answer.suggestions,
    ...(answer.refusal ? { refusal: answer.refusal } : {}),
  };
}
