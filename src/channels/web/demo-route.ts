import type { Server } from 'restify';
import { addAsset } from '../http/asset.ts';
import { demoPage, type DemoPage } from './demo-page.ts';
import { pageAsset } from './page.ts';
import { addStyleSheet } from './style-sheet.ts';

/** The widget is a script of our own, which talks to this server and to no other. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** `/`: the demo page. @param siteStyle address of the style sheet of all pages */
export function addDemoRoute(server: Server, page: Omit<DemoPage, 'styles'>, siteStyle: string): void {
  const styles = [siteStyle, addStyleSheet(server, 'demo')];
  const asset = pageAsset(demoPage({ ...page, styles }), 'none', POLICY);
  addAsset(server, '/', () => asset);
}
