import { foldText } from '../shared/text.ts';

/** A follow-up leaves its subject unsaid, so it is short. Words. */
const LONGEST = 7;

/** The first word of a message that goes on with what was said: "en de kosten?" In more words it has a subject of its own. */
const GOES_ON = /^(?:en|maar|and|but) /;
const LONGEST_GOING_ON = 4;

/** The last word of a question whose subject was said before: "hoe lang duurt dat", "wat kost het dan". */
const POINTS_BACK_AT_END = / (?:dat|dit|die|deze|het|hij|hem|ze|zoiets|dan|that|this|it)$/;

/** Words that stand for "with it", "for it" and the like wherever they stand. */
const POINTS_BACK =
  /\b(?:daar|er|hier)(?:voor|bij|mee|na|van|aan|over|in|op|toe|tegen|uit|door|tussen)\b|\b(?:mag|moet|kan|hoeft|is|duurt|kost|werkt|geldt) (?:dat|dit|die|het)\b/;

/**
 * Whether a message asks on about what was said last, without naming it.
 *
 * @example refersBack('en wie betaalt dat?') // true
 */
export function refersBack(text: string): boolean {
  const folded = foldText(text);
  const words = folded.split(' ').length;
  if (words > LONGEST) return false;
  return (
    (words <= LONGEST_GOING_ON && GOES_ON.test(folded)) || POINTS_BACK_AT_END.test(folded) || POINTS_BACK.test(folded)
  );
}
