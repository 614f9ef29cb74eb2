import { statesOf } from "../../registry/states.ts";
import { KINDS_IN_WORDS } from "../../dialogue/support/request-texts.ts";
import type { RequestView } from "../../registry/views.ts";
import type { Filter } from "../kit/filters.tsx";
import type { ConsoleContext } from "../visit.ts";
import { memberOf } from "../visit.ts";
import { REQUEST_STATES } from "../words.ts";
import type { RequestFilter } from "./port.ts";
import { requestTexts as texts } from "./texts.ts";

const KINDS = Object.keys(KINDS_IN_WORDS) as RequestView["kind"][];
const STATES = statesOf("request");

/** The values of the filters as they stand in the address; open requests unless something else is asked for. */
export function readFilter(c: ConsoleContext, words: string): Asked {
  const value = (name: string) => c.req.query(name) ?? "";
  const values = {
    tinh_trang: value("tinh_trang"),
    loai: value("loai"),
    giao: value("giao"),
    han: value("han"),
  };
  return {
    values,
    filter: {
      status: statusOf(values.tinh_trang),
      kind: KINDS.find((one) => one === values.loai) ?? null,
      assignedTo: values.giao === "toi" ? { id: memberOf(c).id } : values.giao === "chua" ? "nobody" : null,
      overdue: values.han === "qua",
      words,
    },
  };
}

export interface Asked {
  values: Readonly<Record<"tinh_trang" | "loai" | "giao" | "han", string>>;
  filter: RequestFilter;
}

function statusOf(value: string): RequestFilter["status"] {
  if (value === "tat_ca") return null;
  if (value === "settled") return value;
  return STATES.find((one) => one === value) ?? "open";
}

export function filtersOf({ values }: Asked): readonly Filter[] {
  return [
    {
      name: "tinh_trang",
      label: texts.status,
      value: values.tinh_trang,
      all: texts.open,
      options: [
        { value: "settled", label: texts.settled },
        { value: "tat_ca", label: texts.all },
        ...STATES.map((value) => ({ value, label: REQUEST_STATES[value] })),
      ],
    },
    {
      name: "loai",
      label: texts.kind,
      value: values.loai,
      all: texts.all,
      options: KINDS.map((value) => ({ value, label: KINDS_IN_WORDS[value] })),
    },
    {
      name: "giao",
      label: texts.assignedTo,
      value: values.giao,
      all: texts.all,
      options: [
        { value: "toi", label: texts.mine },
        { value: "chua", label: texts.unassigned },
      ],
    },
    {
      name: "han",
      label: texts.dueAt,
      value: values.han,
      all: texts.anyTime,
      options: [{ value: "qua", label: texts.overdue }],
    },
  ];
}
