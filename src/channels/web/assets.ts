import type { Hono } from "hono";
import { asset, CSS, JAVASCRIPT, serveAsset, SVG, versioned } from "../../web-kit/asset.ts";
import { icon } from "../../web-kit/icon.ts";
import { chatScript } from "./client/chat-script.ts";
import { widgetScript } from "./client/widget-script.ts";
import { chatStyles } from "./chat-styles.ts";
import { styles } from "./styles.ts";

/** What other sites name in their pages, so its address never changes. */
export const WIDGET_SCRIPT = "/nhung.js";

const assets = {
  styles: asset("/styles.css", CSS, `${styles}${chatStyles}`),
  chat: asset("/chat.js", JAVASCRIPT, chatScript),
  icon: asset("/icon.svg", SVG, icon),
} as const;

/** Addresses that change with the content, so that a browser may keep it for good. */
export const assetUrls = {
  styles: versioned(assets.styles),
  chat: versioned(assets.chat),
  icon: versioned(assets.icon),
} as const;

export function serveAssets(app: Hono, widgetOrigins: readonly string[]): void {
  const widget = asset(WIDGET_SCRIPT, JAVASCRIPT, widgetScript(widgetOrigins));
  for (const one of [...Object.values(assets), widget]) app.get(one.path, (c) => serveAsset(c, one));
}
