import { describe } from 'vitest';
import { describeVisits } from '../../support/slack/page.ts';
import { visitCatalogue } from './visits/catalogue.ts';
import { visitClaims } from './visits/claims.ts';
import { visitPage } from './visits/page.ts';
import { visitReach } from './visits/reach.ts';

// One file for all of them: two browsers at once take four times as long as one after the other.
describeVisits('the page, in Chromium', (at) => {
  describe('asked', () => {
    visitPage(at);
  });
  describe('for everybody', () => {
    visitReach(at);
  });
  describe('the catalogue', () => {
    visitCatalogue(at);
  });
  describe('figures checked', () => {
    visitClaims(at);
  });
});
