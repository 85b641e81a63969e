/**
 * All guidelines, in the order in which they are shown and mended: the large things first. Left out, because our drawing cannot
 * depart from them:
 *
 * | of the deck                                         | why it always holds                                              |
 * | --------------------------------------------------- | ---------------------------------------------------------------- |
 * | icons keep their size, shape and colour             | they are drawn at 48 px from the unmodified files                |
 * | a label breaks after its second word, "AWS" and "Amazon" stay with the next one | `lib/labelHalves.ts` breaks it so, wherever both parts fit |
 * | arrows of traffic are right-angled and go around icons | the router knows nothing else, wherever there is a way       |
 * | open arrowheads, 1.25 pt lines, 12 pt Arial         | there is no other line, head or face                             |
 * | call-outs are numbers, black with bold white digits | their field takes nothing but a number                           |
 * | no older palette (green #248814, blue #147EBA)      | a group's colour comes from its kind; nobody can choose one      |
 * | labels below their icons                            | they stand nowhere else                                          |
 */
import approvedGroups from './approved-groups';
import boxesApart from './boxes-apart';
import callOutNumbers from './call-out-numbers';
import callOutOrder from './call-out-order';
import callOutSize from './call-out-size';
import gatewayOnBorder from './gateway-on-border';
import groupTitleWhole from './group-title-whole';
import type { Guideline } from './guideline';
import internetAbove from './internet-above';
import labelAbbreviations from './label-abbreviations';
import labelLines from './label-lines';
import linesClearOfIcons from './lines-clear-of-icons';
import linesRightAngled from './lines-right-angled';
import nestedGroupDistance from './nested-group-distance';
import nothingCovered from './nothing-covered';

export const guidelines: readonly Guideline[] = [
  boxesApart,
  nestedGroupDistance,
  internetAbove,
  groupTitleWhole,
  gatewayOnBorder,
  nothingCovered,
  approvedGroups,
  labelLines,
  labelAbbreviations,
  linesRightAngled,
  linesClearOfIcons,
  callOutNumbers,
  callOutOrder,
  callOutSize,
];
