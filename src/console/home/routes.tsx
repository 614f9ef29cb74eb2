import type { Child } from "hono/jsx";
import type { Feature, Tile } from "../feature.ts";
import { dayInWords } from "../kit/when.ts";
import { showPage } from "../kit/page.tsx";
import { Tiles } from "../kit/parts.tsx";
import { Empty } from "../kit/table.tsx";
import { may, type Permission } from "../permissions.ts";
import { CONSOLE } from "../routes.ts";
import { consoleTexts } from "../texts.ts";
import { memberOf } from "../visit.ts";
import { homeTexts } from "./texts.ts";

/** The first page: what the other features want somebody to see. */
export function homeFeature(features: readonly Feature[]): Feature {
  return {
    nav: [{ label: consoleTexts.home, href: CONSOLE, needs: "home.see" }],
    routes(routes) {
      routes.page(CONSOLE, "home.see", async (c) => {
        const member = memberOf(c);
        const now = c.var.shell.now();
        const mine = <Source extends { needs: Permission }>(sources: readonly Source[]) =>
          sources.filter(({ needs }) => may(member.role, needs));
        const [tiles, notices] = await Promise.all([
          Promise.all(mine(features.flatMap((one) => one.tiles ?? [])).map((one) => one.tiles(member, now))),
          Promise.all(
            mine(features.flatMap((one) => one.notices ?? [])).map((one) => one.notices(member, now)),
          ),
        ]);
        return showPage(
          c,
          { title: homeTexts.title(member.name), wide: true },
          <Home today={dayInWords(now)} tiles={tiles.flat()} notices={notices.flat()} />,
        );
      });
    },
  };
}

function Home({
  today,
  tiles,
  notices,
}: {
  today: string;
  tiles: readonly Tile[];
  notices: readonly Child[];
}) {
  return (
    <>
      <p class="meta">{homeTexts.today(today)}</p>
      {notices.length > 0 && (
        <section class="card" aria-label={homeTexts.notices}>
          <h2>{homeTexts.notices}</h2>
          <ul>
            {notices.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </section>
      )}
      <h2>{homeTexts.figures}</h2>
      {tiles.length === 0 ? <Empty>{homeTexts.nothing}</Empty> : <Tiles tiles={tiles} />}
    </>
  );
}
