import { describe, expect, it } from 'vitest';
import { aliasOwners } from '../../../src/facts/checks/alias-owners.ts';
import { findings } from '../../support/tiny.ts';

describe('alias-owners', () => {
  it('lets an entry repeat its own label', () => {
    const metrics = '- { id: revenue, label: Revenue, aliases: [revenue, Revenues] }';
    expect(findings(aliasOwners, { metrics })).toEqual([]);
  });

  it('finds an alias that two metrics own once plural and case are folded', () => {
    const metrics = [
      '- { id: revenue, label: Revenue, aliases: [sales] }',
      '- { id: units, label: Units',
      '  , aliases: [boxes, SALE] }',
    ].join('\n');
    expect(findings(aliasOwners, { metrics })).toEqual([
      'vocabulary/metrics.yml:3: "SALE" of metric units reads like "sales" of metric revenue',
    ]);
  });

  it('finds an alias that a metric and a segment own', () => {
    const metrics = '- { id: staff, label: Staff, aliases: [people & co] }';
    const segments = '- { id: consolidated, label: People and Co, aliases: [] }';
    expect(findings(aliasOwners, { metrics, segments })).toEqual([
      'vocabulary/segments.yml:1: "People and Co" of segment consolidated reads like "people & co" of metric staff',
    ]);
  });

  it('finds an alias of which nothing is left', () => {
    const metrics = '- { id: staff, label: Staff, aliases: [the] }';
    expect(findings(aliasOwners, { metrics })).toEqual([
      'vocabulary/metrics.yml:1: "the" of metric staff has no word that tells it apart',
    ]);
  });
});
