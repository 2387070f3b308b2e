import { describe, expect, it } from 'vitest';
import { blanked, literal } from '../../src/facts/patterns.ts';

describe('literal', () => {
  it('matches its text and no other, in unicode mode too', () => {
    const pattern = new RegExp(`^${literal('I-1. SG&A/R&D (9+ [x]*)')}$`, 'u');
    expect(pattern.test('I-1. SG&A/R&D (9+ [x]*)')).toBe(true);
    expect(pattern.test('I-1x SG&A/R&D (9+ [x]*)')).toBe(false);
  });

  it('lets white space vary', () => {
    expect(new RegExp(literal('Feb. 8, 2012')).test('Feb. 8,\n 2012')).toBe(true);
  });
});

describe('blanked', () => {
  it('keeps length and lines', () => {
    expect(blanked('a1\nb', /1\nb/g)).toBe('a \n ');
  });
});
