import { mayBecome } from "../../registry/states.ts";
import { MONEY_SOURCES, MONEY_SOURCE_KEYS, totalOf } from "../../registry/money.ts";
import { ANNEX_ITEMS } from "../../registry/plan.ts";
import { ENTERPRISE_KINDS } from "../../registry/views.ts";
import { showPage } from "../kit/page.tsx";
import { Facts, Tiles } from "../kit/parts.tsx";
import { dayInWords, momentInWords } from "../kit/when.ts";
import { may, type Permission } from "../permissions.ts";
import { memberOf, type ConsoleContext } from "../visit.ts";
import { StatusBadge } from "./list-view.tsx";
import { CLASSES, classPath, STEP_PATHS } from "./paths.ts";
import type { ClassRecord, ClassStep } from "./port.ts";
import { classTexts as texts } from "./texts.ts";

/** Who may take a class to its next state. */
export const STEP_NEEDS = {
  approved: "classes.approve",
  open: "classes.approve",
  closed: "classes.edit",
  held: "classes.edit",
  reported: "classes.edit",
} as const satisfies Record<ClassStep, Permission>;

const STEPS = Object.keys(STEP_PATHS) as ClassStep[];

export function detailPage(c: ConsoleContext, record: ClassRecord) {
  const { id, counts, capacity } = record;
  const list = classPath(id, "dang-ky");
  const free = Math.max(0, capacity - record.seatsTaken);
  const tile = (label: string, value: number, state = "") => ({
    label,
    value,
    href: state === "" ? list : `${list}?tinh_trang=${state}`,
  });
  return showPage(
    c,
    { title: record.title, trail: [{ label: texts.title, href: CLASSES }], wide: true },
    <>
      <p>
        <StatusBadge status={record.status} />
      </p>
      <Tiles
        tiles={[
          tile(texts.registered, counts.seated, "confirmed"),
          tile(texts.free, free),
          tile(texts.offered, counts.offered, "offered"),
          tile(texts.waitingLong, counts.waiting, "waiting"),
          ...(counts.requested > 0 ? [tile(texts.requested, counts.requested, "requested")] : []),
          tile(texts.enterprises, counts.enterprises),
          ...(counts.attended + counts.absent > 0
            ? [
                tile(texts.attended, counts.attended, "attended"),
                tile(texts.absent, counts.absent, "absent"),
                tile(texts.certified, counts.certified, "certified"),
              ]
            : []),
        ]}
      />
      <p class="actions">
        <a class="button" href={list}>
          {texts.registrations}
        </a>
        <a class="button quiet" href={classPath(id, "ky-ten")}>
          {texts.sheet}
        </a>
        {may(memberOf(c).role, "classes.edit") && (
          <>
            <a class="button quiet" href={classPath(id, "diem-danh")}>
              {texts.attendance}
            </a>
            <a class="button quiet" href={classPath(id, "chung-nhan")}>
              {texts.certificates}
            </a>
          </>
        )}
      </p>
      <NextSteps c={c} record={record} />
      <section class="card">
        <h2>{texts.facts}</h2>
        <ClassFacts record={record} />
      </section>
    </>,
  );
}

function NextSteps({ c, record }: { c: ConsoleContext; record: ClassRecord }) {
  const { id, status } = record;
  const { role } = memberOf(c);
  if (!may(role, "classes.edit")) return <></>;
  const steps = STEPS.filter((step) => mayBecome("event", status, step));
  const mayPostpone = status === "postponed" || mayBecome("event", status, "postponed");
  const isOver = status === "cancelled" || status === "reported";
  const waitsForApprover = steps.some((step) => !may(role, STEP_NEEDS[step]));
  return (
    <section class="card no-print">
      <h2>{texts.nextSteps}</h2>
      <p class="actions">
        {steps
          .filter((step) => may(role, STEP_NEEDS[step]))
          .map((step) => (
            <a class="button" href={classPath(id, STEP_PATHS[step])}>
              {texts.steps[step].button}
            </a>
          ))}
        {!isOver && (
          <a class="button quiet" href={classPath(id, "sua")}>
            {texts.edit}
          </a>
        )}
        {mayPostpone && (
          <a class="button quiet" href={classPath(id, "doi-lich")}>
            {status === "postponed" ? texts.postponeAgain : texts.postpone}
          </a>
        )}
        <a class="button quiet" href={classPath(id, "luu-mau")}>
          {texts.saveTemplate}
        </a>
        {mayBecome("event", status, "cancelled") && may(role, "classes.approve") && (
          <a class="button quiet" href={classPath(id, "huy")}>
            {texts.cancel}
          </a>
        )}
      </p>
      {waitsForApprover && <p class="hint">{texts.forApprover}</p>}
    </section>
  );
}

function ClassFacts({ record }: { record: ClassRecord }) {
  const { annexItem, costs } = record;
  const money = MONEY_SOURCE_KEYS.filter((source) => costs[source] !== undefined);
  return (
    <Facts
      facts={[
        [texts.keyword, `DK ${record.keyword}`],
        [texts.sessions, <Schedule record={record} />],
        [texts.seats, texts.seatsOf(record.seatsTaken, record.capacity)],
        [texts.cap, record.capPerEnterprise ?? texts.noCap],
        [texts.window, texts.windowWords(momentInWords(record.opensAt), momentInWords(record.closesAt))],
        [texts.audience, record.audience || texts.none],
        [texts.kinds, record.audienceKinds.map((kind) => ENTERPRISE_KINDS[kind]).join(", ") || texts.anyone],
        [texts.cost, record.cost],
        [texts.invitation, record.invitation ?? texts.none],
        [texts.planRef, record.planRef ?? texts.none],
        [
          texts.annexItem,
          annexItem === null ? texts.annexNone : texts.annexLabel(annexItem, ANNEX_ITEMS[annexItem]),
        ],
        [
          texts.costs,
          money.length === 0 ? (
            texts.none
          ) : (
            <>
              {money.map((source) => (
                <span class="line">
                  {MONEY_SOURCES[source]}: {costs[source]?.toLocaleString("vi-VN")}
                </span>
              ))}
              <span class="line">
                {texts.total}: {totalOf(costs).toLocaleString("vi-VN")}
              </span>
            </>
          ),
        ],
        [texts.description, record.description || texts.none],
      ]}
    />
  );
}

function Schedule({ record: { sessions } }: { record: ClassRecord }) {
  if (sessions.length === 0) return <>{texts.noDate}</>;
  return (
    <>
      {sessions.map(({ startsAt, endsAt, place }) => (
        <span class="line">{`${dayInWords(startsAt)}, ${momentInWords(startsAt).slice(-5)}–${momentInWords(endsAt).slice(-5)}, ${place}`}</span>
      ))}
    </>
  );
}
