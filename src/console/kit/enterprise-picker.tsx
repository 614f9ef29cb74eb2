import { partInWords } from "../../registry/report/words.ts";
import type { ConsoleContext } from "../visit.ts";
import type { EnterprisePick, PickedEnterprise } from "./enterprise-pick.ts";
import { showPage, type PageProps } from "./page.tsx";
import { Empty } from "./table.tsx";
import { kitTexts } from "./texts.ts";

/** The first step of writing something down for an enterprise: which one. Each leads to `path?co_so=<id>`. */
export async function pickEnterprisePage(
  c: ConsoleContext,
  { page, path, pick }: { page: PageProps; path: string; pick: EnterprisePick },
) {
  const words = (c.req.query("tu") ?? "").trim().slice(0, 100);
  const found = await pick.find(words);
  return showPage(
    c,
    page,
    <>
      <p>{kitTexts.pickLead}</p>
      <form class="filters" method="get" action={path} role="search">
        <div>
          <label for="tu">{kitTexts.pickLabel}</label>
          <input id="tu" name="tu" type="search" value={words} autofocus />
        </div>
        <button class="quiet" type="submit">
          {kitTexts.search}
        </button>
      </form>
      {found.length === 0 ? (
        <Empty>{kitTexts.pickNone}</Empty>
      ) : (
        <ul>
          {found.map((enterprise) => (
            <li>
              <a href={`${path}?co_so=${enterprise.id}`}>{enterprise.name}</a>{" "}
              <span class="meta">{aboutEnterprise(enterprise)}</span>
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}

/** "Hợp tác xã · Tịnh Khê" */
export function aboutEnterprise({ kind, area }: PickedEnterprise): string {
  return [partInWords("loai", kind), area].filter((words) => words !== "").join(" · ");
}
