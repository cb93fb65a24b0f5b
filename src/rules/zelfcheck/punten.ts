import type { Finding } from '../finding.ts';
import type { LegalBasis } from '../legal-basis.ts';
import { ground, type Ground } from '../ground.ts';

const at = (source: string, place: string): LegalBasis => ({ source, at: place });
const ARBOTAAL: LegalBasis = { source: 'arbotaal' };
const EVALUATIE: LegalBasis = { source: 'eerstejaarsevaluatie-brightmine' };

const plicht = (...basis: LegalBasis[]): Ground => ground('statute', 'high', ...basis);
const gewoonte = (...basis: LegalBasis[]): Ground => ground('practice', 'medium', ...basis);
/** What UWV wants to see where the law names no term. */
export const uwv = (...basis: LegalBasis[]): Ground => ground('uwv-practice', 'medium', ...basis);

/** The points of both lists, with what each rests on: a duty of the law, what UWV works with, or a good habit. */
export const PUNTEN = {
  // The employee's list.
  afspraken: plicht(at('bw7', 'artikel 629 lid 3 en 6 en artikel 660a')),
  bereikbaar: plicht(at('bw7', 'artikel 629 lid 6 en artikel 660a')),
  weekplan: plicht(at('bw7', 'artikel 660a onder a en b')),
  profielEnCv: gewoonte(ARBOTAAL, at('bw7', 'artikel 660a')),
  sollicitaties: plicht(at('bw7', 'artikel 660a'), ARBOTAAL),
  mogelijkheden: gewoonte(ARBOTAAL, at('regeling-procesgang', 'artikel 2')),
  gesprekken: uwv(at('bw7', 'artikel 660a onder b'), at('wia', 'artikel 25 lid 2'), EVALUATIE),
  datums: plicht(at('wia', 'artikel 64 lid 3')),
  hulp: gewoonte(ARBOTAAL),
  // The employer's list.
  oordeelBedrijfsarts: plicht(at('regeling-procesgang', 'artikel 2'), at('wia', 'artikel 25 lid 1')),
  planVanAanpak: plicht(at('regeling-procesgang', 'artikel 4'), at('wia', 'artikel 25 lid 2')),
  casemanager: plicht(at('regeling-procesgang', 'artikel 4')),
  evaluaties: uwv(at('bw7', 'artikel 658a lid 3'), at('wia', 'artikel 25 lid 2'), EVALUATIE),
  melding42: plicht(at('ziektewet', 'artikel 38 lid 1 en 3'), { source: 'uwv-42e-week' }),
  eerstejaarsevaluatie: plicht(at('regeling-procesgang', 'artikel 4 lid 2 onder b')),
  spoor2Besluit: plicht(at('bw7', 'artikel 658a lid 1 en 2'), at('beleidsregels-poortwachter', 'paragraaf 5')),
  bureau: plicht(at('bw7', 'artikel 658a lid 1'), at('beleidsregels-poortwachter', 'paragraaf 9')),
  dossier: plicht(at('wia', 'artikel 25 lid 1'), at('regeling-procesgang', 'artikel 6')),
  privacy: plicht({ source: 'ap-zieke-werknemer' }),
} satisfies Record<string, Ground>;

export type Punt = keyof typeof PUNTEN;

/** What is said beside the points. */
export const ALGEMEEN = {
  spoor2Vragen: { key: 'spoor2Vragen', ...plicht(at('bw7', 'artikel 658a lid 1')) },
  spoor2Weken: {
    key: 'spoor2Weken',
    ...uwv(
      { source: 'hr-praktijk-loonsanctie' },
      { source: 'opstart-tweede-spoor' },
      { source: 'poortwachter-schema' },
    ),
  },
  gezondheid: { key: 'gezondheid', ...plicht({ source: 'ap-zieke-werknemer' }) },
  hulpmiddel: { key: 'hulpmiddel' },
} satisfies Record<string, Finding>;

/** The window of the eerstejaarsevaluatie is what UWV works with; the duty itself is the law. */
export const TE_VROEG: Readonly<Partial<Record<Punt, Ground>>> = {
  melding42: PUNTEN.melding42,
  eerstejaarsevaluatie: uwv(EVALUATIE),
};
