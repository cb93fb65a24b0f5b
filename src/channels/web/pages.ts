import type { Server } from 'restify';
import type { Temporal } from 'temporal-polyfill';
import type { Assistant } from '../../conversation/assistant.ts';
import type { PlanAddresses } from '../documents.ts';
import { addAboutRoutes } from './about-route.ts';
import { addConversationRoute } from './conversation-route.ts';
import { addDataRoute, type PersonalDataDoor } from './data-route.ts';
import { addDemoRoute } from './demo-route.ts';
import type { Operator } from './operator.ts';
import { addQuestionsRoutes } from './questions-route.ts';
import { addSiteFiles } from './site-files.ts';
import { addStyleSheet } from './style-sheet.ts';
import { addWidgetFiles } from './widget-files.ts';

/**
 * The pages for people, what they need, and the widget's scripts.
 *
 * @param site who runs it, and its origin as the world knows it, without a slash at the end, when that is known
 */
export function addPages(
  server: Server,
  assistant: Assistant,
  addresses: PlanAddresses,
  today: () => Temporal.PlainDate,
  site: Operator & { publicUrl?: string; data?: PersonalDataDoor },
): void {
  const { knowledge } = assistant;
  const { publicUrl } = site;
  const siteStyle = addStyleSheet(server, 'site');
  addDemoRoute(server, { topics: knowledge.topics.length, publicUrl }, siteStyle);
  addQuestionsRoutes(server, assistant, today, publicUrl, siteStyle);
  addConversationRoute(server, assistant, addresses, today, siteStyle);
  addAboutRoutes(server, site, siteStyle);
  if (site.data !== undefined) addDataRoute(server, site.data.addresses, site.data.collect, siteStyle);
  addSiteFiles(server);
  addWidgetFiles(server);
}
