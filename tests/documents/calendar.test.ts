import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { calendar, calendarRows, calendarTitle } from '../../src/documents/calendar.ts';
import type { Plan } from '../../src/documents/plan.ts';
import { examplePlan, planWith } from './example-plan.ts';

const STAMP = new Date('2026-12-10T09:30:15Z');

function parsed(file: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(file) as unknown[]);
}

function eventsOf(file: string): ICAL.Component[] {
  return parsed(file).getAllSubcomponents('vevent');
}

function said(component: ICAL.Component | undefined, name: string): string {
  return String(component?.getFirstPropertyValue(name) as unknown);
}

function all(file: string, name: string): string[] {
  return eventsOf(file).map((event) => said(event, name));
}

function eventOf(plan: Plan, id: string): ICAL.Component | undefined {
  return eventsOf(calendar(plan, STAMP, [id]))[0];
}

describe('the calendar file of a plan', () => {
  const plan = examplePlan();
  const file = calendar(plan, STAMP);

  it('holds every row that is not past, in order', () => {
    expect(all(file, 'dtstart')).toEqual([
      ...['2026-12-31', '2027-02-12', '2027-02-19', '2027-09-19', '2027-10-01', '2027-10-01', '2027-10-15'],
      ...['2028-01-02', '2028-01-03'],
    ]);
  });

  it('lasts one whole day for each row', () => {
    for (const event of eventsOf(file)) {
      const { startDate, endDate } = new ICAL.Event(event);
      expect(startDate.isDate && endDate.isDate).toBe(true);
      expect(endDate.subtractDate(startDate).toSeconds()).toBe(24 * 60 * 60);
    }
  });

  it('ends on the next day, also over the end of a year', () => {
    expect(said(eventOf(plan, 'eerstejaarsevaluatie'), 'dtend')).toBe('2027-01-01');
  });

  it('holds a past row only when its id is asked for, and no other', () => {
    expect(all(calendar(plan, STAMP, ['planVanAanpak', 'unknown']), 'summary')).toEqual(['Plan van aanpak klaar']);
  });

  it('has no event when no row is asked for', () => {
    expect(calendarRows(plan, [])).toEqual([]);
    expect(eventsOf(calendar(plan, STAMP, []))).toEqual([]);
  });

  it('names the first day, the last day and the legal limit in the text of a duty', () => {
    const text = said(eventOf(plan, 'melding42'), 'description');
    expect(text).toContain('Kan vanaf: maandag 19 oktober 2026');
    expect(text).toContain('Laatste dag: zondag 25 oktober 2026');
    expect(text).toContain('Volgens de wet uiterlijk: maandag 26 oktober 2026');
    expect(text).toContain('Bron: Ziektewet, artikel 38 lid 1');
  });

  it('stands on the last day when the practical day of a duty that can still be done is over', () => {
    const late = { ...plan, today: Temporal.PlainDate.from('2027-10-16') };
    expect(said(eventOf(late, 'wiaAanvraag'), 'dtstart')).toBe('2027-10-17');
  });

  it('reminds at 9:00, 7 days and 1 day before, of duties of the reader only', () => {
    for (const { id, mine, nature } of plan.rows) {
      const event = eventOf(plan, id);
      const moments = event?.getAllSubcomponents('valarm').map((alarm) => {
        const trigger = alarm.getFirstPropertyValue('trigger') as ICAL.Duration;
        const moment = new ICAL.Event(event).startDate.clone();
        moment.isDate = false;
        moment.addDuration(trigger);
        return moment.toString();
      });
      const day = Temporal.PlainDate.from(said(event, 'dtstart'));
      const expected = [7, 1].map((days) => `${day.subtract({ days }).toString()}T09:00:00`);
      expect(moments).toEqual(mine && nature === 'duty' ? expected : []);
    }
  });

  it('does not remind of an event, also when it is the reader who acts', () => {
    const [event] = eventsOf(calendar(planWith([{ nature: 'event', mine: true, phase: 'next' }]), STAMP));
    expect(event?.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('is private, takes no time, and has the moment it was made in UTC', () => {
    for (const event of eventsOf(file)) {
      expect(said(event, 'class')).toBe('PRIVATE');
      expect(said(event, 'transp')).toBe('TRANSPARENT');
      expect(said(event, 'sequence')).toBe('0');
      expect(said(event, 'dtstamp')).toBe('2026-12-10T09:30:15Z');
    }
  });

  it('says who made it, in which time zone, and that it is only published', () => {
    const whole = parsed(file);
    expect(said(whole, 'version')).toBe('2.0');
    expect(said(whole, 'method')).toBe('PUBLISH');
    expect(said(whole, 'prodid')).toBe('-//Spoor 2-assistent//Plan//NL');
    expect(said(whole, 'x-wr-timezone')).toBe('Europe/Amsterdam');
    expect(file.indexOf('X-WR-TIMEZONE')).toBeLessThan(file.indexOf('BEGIN:VEVENT'));
  });

  it.each(['nl', 'en'] as const)('never names illness in a summary or an alarm (%s)', (language) => {
    const ids = plan.rows.map(({ id }) => id);
    const lines = calendar(examplePlan(language), STAMP, ids);
    const shown = eventsOf(lines).flatMap((event) => [
      said(event, 'summary'),
      ...event.getAllSubcomponents('valarm').map((alarm) => said(alarm, 'description')),
    ]);
    expect(shown.join('\n')).not.toMatch(/ziek|sick|illness/iu);
  });

  it.each([
    [{ title: 'Re-integratieverslag klaar' }, 'Re-integratieverslag klaar'],
    [{ title: 'Laatste dag loon bij ziekte' }, 'Datum uit je plan'],
    [{ title: 'Ziekte melden', calendarTitle: 'Melding bij UWV' }, 'Melding bij UWV'],
    [{ title: 'Plan klaar', calendarTitle: 'Ziekmelding' }, 'Plan klaar'],
  ])('%j is called %j', (facts, summary) => {
    const one = planWith([facts]);
    expect(one.rows.map((row) => calendarTitle(row, one))).toEqual([summary]);
  });
});

describe('the UID of an event', () => {
  const plan = examplePlan();
  const uids = all(calendar(plan, STAMP), 'uid');

  it('is another one for each row', () => {
    expect(new Set(uids).size).toBe(uids.length);
  });

  it('stays the same when the dates, the words, the language or the day of making change', () => {
    const later = {
      ...examplePlan('en'),
      today: plan.today.add({ days: 30 }),
      rows: plan.rows.map((row) => ({ ...row, title: 'Anders', date: row.date.add({ days: 21 }) })),
    };
    expect(new Set(all(calendar(later, new Date(0)), 'uid'))).toEqual(new Set(uids));
  });

  it('is another one for another first sick day', () => {
    const other = { ...plan, eersteZiektedag: plan.eersteZiektedag.add({ days: 1 }) };
    expect(uids.filter((uid) => all(calendar(other, STAMP), 'uid').includes(uid))).toEqual([]);
  });

  it('shows no date and no id of a row', () => {
    expect(uids.filter((uid) => !/^[0-9a-f]{32}@spoor2-assistent$/.test(uid))).toEqual([]);
  });
});

describe('the writing of the file', () => {
  const units = ['a', 'é', '€', 'ß', '😀', '👩‍🦽', ',', ';', ':', '\\', '"', "'", '\n', ' ', 'n', 'N', '-', '%'];
  const words = fc.string({ unit: fc.constantFrom(...units), maxLength: 200 });

  it('gives back commas, semicolons, backslashes, line ends, accents and emoji as they were', () => {
    fc.assert(
      fc.property(words, words, (title, text) => {
        const plan = planWith([{ title: `x${title}`, text, phase: 'next' }]);
        const [event] = eventsOf(calendar({ ...plan, title: `x${title}` }, STAMP));
        const line = `x${title}`.replaceAll(/\s+/g, ' ').trim();
        expect(said(event, 'summary')).toBe(line);
        expect(said(event, 'description')).toContain(`\n\n${text}\n\n`);
        // The reader gives names that start with X- as they stand in the file.
        const escaped = line.replaceAll(/[\\;,]/g, String.raw`\$&`);
        expect(said(parsed(calendar({ ...plan, title: `x${title}` }, STAMP)), 'x-wr-calname')).toBe(escaped);
      }),
      { numRuns: 200 },
    );
  });

  it('has lines of at most 75 octets that end in CRLF, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const file = calendar(
          { ...planWith([{ title: text, text, source: text, phase: 'next' }]), title: text },
          STAMP,
        );
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
        const lines = file.split('\r\n');
        expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n\0]/.test(line))).toEqual([]);
        expect(eventsOf(file)).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  it('cannot be made to hold another event by a text', () => {
    const evil = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1';
    const file = calendar({ ...planWith([{ title: evil, text: evil, phase: 'next' }]), title: evil }, STAMP);
    expect(eventsOf(file)).toHaveLength(1);
    expect(file.match(/^X-WR-TIMEZONE/gm)).toHaveLength(1);
  });
});
