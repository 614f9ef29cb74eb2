import { Hono } from "hono";
import { html } from "hono/html";
import { secureHeaders } from "hono/secure-headers";
import { z } from "zod";
import { assetUrls } from "../../src/channels/web/assets.ts";
import { EMBEDDED } from "../../src/channels/web/links.ts";
import { demoScript } from "./script.ts";
import type { Stage } from "./stage.ts";
import { demoStyles } from "./styles.ts";
import { COLUMNS, DEMO, demoTexts as texts } from "./texts.ts";

const said = z.object({ channel: z.string(), text: z.string().min(1).max(10_000) });
const pressed = z.object({ channel: z.string(), bubble: z.int(), button: z.int() });

/** The page of the demo and what its script calls, beside the service's own pages. */
export function demoPages(stage: () => Stage): Hono {
  const app = new Hono();
  app.use(
    `${DEMO}/*`,
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    }),
  );
  app.get(DEMO, (c) => c.html(html`<!doctype html>${(<DemoPage />)}`));
  app.get(`${DEMO}/kieu.css`, (c) => c.body(demoStyles, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.get(`${DEMO}/trang.js`, (c) =>
    c.body(demoScript, 200, { "Content-Type": "text/javascript; charset=utf-8" }),
  );
  app.get(`${DEMO}/man-hinh`, async (c) => c.json(await stage().shown()));
  app.post(`${DEMO}/nhan`, async (c) => {
    const body = said.safeParse(await c.req.json().catch(() => null));
    if (!body.success) return c.json({ error: texts.refused }, 400);
    await stage().says(body.data.channel, body.data.text);
    return c.body(null, 204);
  });
  app.post(`${DEMO}/bam`, async (c) => {
    const body = pressed.safeParse(await c.req.json().catch(() => null));
    const { channel = "", bubble = -1, button = -1 } = body.data ?? {};
    return (await stage().presses(channel, bubble, button))
      ? c.body(null, 204)
      : c.json({ error: texts.refused }, 400);
  });
  app.post(`${DEMO}/kich-ban`, (c) => (stage().runScript() ? c.body(null, 202) : c.body(null, 409)));
  return app;
}

function DemoPage() {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${texts.title} – Trợ lý NSCL`}</title>
        <link rel="icon" href={assetUrls.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrls.styles} />
        <link rel="stylesheet" href={`${DEMO}/kieu.css`} />
        <script src={`${DEMO}/trang.js`} defer></script>
      </head>
      <body>
        <header class="header stage-header">
          <div>
            <h1 class="brand">
              <img src={assetUrls.icon} alt="" width="36" height="36" />
              <strong>{texts.title}</strong>
            </h1>
            <p class="organisation">{texts.lead}</p>
          </div>
          <div class="run">
            <button id="kich-ban" type="button">
              {texts.run}
            </button>
            <p id="tinh-hinh" class="hint" role="status">
              {texts.runHint}
            </p>
          </div>
        </header>
        <main class="phones">
          {COLUMNS.map(({ channel, name, how }) => (
            <section class="phone" aria-labelledby={`ten-${channel}`} data-channel={channel}>
              <h2 id={`ten-${channel}`}>{name}</h2>
              <p class="how">{how}</p>
              {channel === "web" ? (
                <iframe src={EMBEDDED} title={texts.frame}></iframe>
              ) : (
                <>
                  <div
                    class="screen"
                    role="log"
                    tabindex={0}
                    aria-label={texts.log(name)}
                    data-empty={texts.empty}
                  ></div>
                  <form>
                    <textarea
                      rows={1}
                      aria-label={texts.box(name)}
                      placeholder={texts.placeholder}
                    ></textarea>
                    <button>{texts.send}</button>
                  </form>
                </>
              )}
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
