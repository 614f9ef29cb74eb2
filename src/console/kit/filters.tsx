import { kitTexts } from "./texts.ts";
import type { Option } from "./form.tsx";
import type { ListQuery } from "./list-query.ts";

export type Filter =
  | {
      name: string;
      label: string;
      value: string;
      options: readonly Option[];
      /** words of no choice */ all: string;
    }
  | { name: string; label: string; value: string; type: "date" | "text" };

/** Narrows a list; a plain form that sends itself by htmx where scripts run. */
export function Filters({
  path,
  query,
  filters = [],
  words,
}: {
  path: string;
  query: ListQuery;
  filters?: readonly Filter[];
  /** label of the search box; none where it is absent */
  words?: string;
}) {
  const isNarrowed = query.words !== "" || filters.some(({ value }) => value !== "");
  return (
    <form class="filters" method="get" action={path} role="search">
      {words !== undefined && (
        <div>
          <label for="tu">{words}</label>
          <input id="tu" name="tu" type="search" value={query.words} />
        </div>
      )}
      {filters.map((filter) => (
        <div>
          <label for={filter.name}>{filter.label}</label>
          {"options" in filter ? (
            <select id={filter.name} name={filter.name}>
              <option value="">{filter.all}</option>
              {filter.options.map(({ value, label }) => (
                <option value={value} selected={value === filter.value}>
                  {label}
                </option>
              ))}
            </select>
          ) : (
            <input id={filter.name} name={filter.name} type={filter.type} value={filter.value} />
          )}
        </div>
      ))}
      <button class="quiet" type="submit">
        {words === undefined ? kitTexts.filter : kitTexts.search}
      </button>
      {isNarrowed && (
        <a class="small" href={path}>
          {kitTexts.clear}
        </a>
      )}
    </form>
  );
}
