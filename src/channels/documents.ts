import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { PlanDocuments } from '../conversation/reply.ts';
import { deadlineRequest, verzuimOf } from '../deadlines/request.ts';
import { makePlan } from '../documents/make-plan.ts';
import type { Plan } from '../documents/plan.ts';
import { seal, unseal } from '../store/seal.ts';
import type { Citation, Knowledge } from '../knowledge/knowledge.ts';
import { CaseError } from '../rules/case-error.ts';
import { timeline } from '../rules/timeline.ts';
import { AUDIENCES } from '../shared/audience.ts';
import { languageOf, LEVELS, type Level } from '../shared/level.ts';

/** The links to the documents of a plan, with their names. */
export type DocumentLinks = (documents: PlanDocuments, level: Level) => Citation[];

/** The documents of a plan for a channel: links with their names, and where the picture is, when the plan has one. */
export type DocumentAddresses = (documents: PlanDocuments, level: Level) => { links: Citation[]; picture?: string };

/** The documents of a plan, by the name of their file. */
export const DOCUMENT_FILES = {
  page: 'termijnen',
  calendar: 'termijnen.ics',
  picture: 'tijdlijn.svg',
  bitmap: 'tijdlijn.png',
} as const;

/** How long an address of a document works. Milliseconds. */
const LIFETIME = 24 * 60 * 60 * 1000;

const sealedPlan = z.strictObject({ request: deadlineRequest, audience: z.enum(AUDIENCES), level: z.enum(LEVELS) });

/** The plan behind an address, or why there is none. */
export type OpenedPlan = { kind: 'ok'; plan: Plan } | { kind: 'expired' } | { kind: 'invalid' };

/**
 * Addresses of documents that hold personal dates: sealed, so that no log or history shows them, and no longer valid
 * after a day. Nothing is stored.
 */
export class PlanAddresses {
  readonly #keys: () => readonly Uint8Array[];
  readonly #base: string;
  readonly #knowledge: Knowledge;

  /**
   * @param keys 32 octets each; the first seals, all open. Asked for each time: they are replaced now and then
   * @param base what stands before the path: an origin, or nothing for addresses on the page's own
   */
  constructor(keys: () => readonly Uint8Array[], base: string, knowledge: Knowledge) {
    this.#keys = keys;
    this.#base = base;
    this.#knowledge = knowledge;
  }

  /** The address of each document. */
  of({ request, audience }: PlanDocuments, level: Level, now: Date): Record<keyof typeof DOCUMENT_FILES, string> {
    const token = seal({ request, audience, level }, this.#keys(), new Date(now.getTime() + LIFETIME));
    const address = (file: string) => `${this.#base}/d/${token}/${file}`;
    return {
      page: address(DOCUMENT_FILES.page),
      calendar: address(DOCUMENT_FILES.calendar),
      picture: address(DOCUMENT_FILES.picture),
      bitmap: address(DOCUMENT_FILES.bitmap),
    };
  }

  /** The same as links with their names, in the order in which they are offered. */
  links(documents: PlanDocuments, level: Level, now: Date): Citation[] {
    return this.#named(this.of(documents, level, now), documents, level);
  }

  /** For a channel that shows the picture itself. */
  forCard(documents: PlanDocuments, level: Level, now: Date): ReturnType<DocumentAddresses> {
    const addresses = this.of(documents, level, now);
    const links = this.#named(addresses, documents, level);
    return documents.row === undefined ? { links, picture: addresses.bitmap } : { links };
  }

  #named(
    { page, calendar, picture }: ReturnType<PlanAddresses['of']>,
    { row }: PlanDocuments,
    level: Level,
  ): Citation[] {
    const words = this.#knowledge.messages[level].dialog;
    if (row !== undefined)
      return [{ title: words.calendarOne, url: calendar.replace(DOCUMENT_FILES.calendar, `${row}.ics`) }];
    return [
      { title: words.calendar, url: calendar },
      { title: words.picture, url: picture },
      { title: words.page, url: page },
    ];
  }

  /** Makes the plan of an address again. */
  open(token: string, today: Temporal.PlainDate, now: Date): OpenedPlan {
    const opened = unseal(token, this.#keys(), now);
    if (opened.kind !== 'ok') return opened;
    const sealed = sealedPlan.safeParse(opened.value);
    if (!sealed.success) return { kind: 'invalid' };
    const { request, audience, level } = sealed.data;
    try {
      const result = timeline(verzuimOf(request), this.#knowledge.figures);
      if (result.kind === 'unknown') return { kind: 'invalid' };
      const title = this.#knowledge.dialogs.find(({ id }) => id === 'termijnen')?.title[languageOf(level)] ?? '';
      const reader = { level, audience, today };
      return { kind: 'ok', plan: makePlan(title, result.eersteZiektedag, result.deadlines, reader, this.#knowledge) };
    } catch (error) {
      if (error instanceof CaseError) return { kind: 'invalid' };
      throw error;
    }
  }
}
