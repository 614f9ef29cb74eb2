import type { DataRequests } from "../../../console/personal-data/port.ts";
import { dataRequestDeadlines } from "../../../registry/deadlines.ts";
import { audit } from "../audit.ts";
import { eraseContact } from "../commands/erase.ts";
import { setPerson } from "../commands/own-data.ts";
import type { Scope } from "../commands/scope.ts";
import type { DataRequest, Prisma } from "../generated/sqlite/client.ts";
import { newId } from "../ids.ts";
import { act, type By, type Desk } from "./act.ts";

type Changed = { kind: "done" } | { kind: "not_found" } | { kind: "conflict" } | { kind: "settled" };

type Actions = {
  [Name in "answered" | "assign" | "complete" | "correct" | "erase"]: (
    ...given: Parameters<DataRequests[Name]>
  ) => Promise<Changed>;
} & Pick<DataRequests, "open">;

/** What staff do about requests of people about their own data. */
export function createDataRequestActions(desk: Desk): Actions {
  return {
    open: (by, contactId, kind) =>
      act(desk, by, async (scope) => {
        const { tx, now, calendar } = scope;
        if ((await tx.contact.count({ where: { id: contactId } })) === 0) return { kind: "not_found" };
        const id = newId();
        const deadlines = dataRequestDeadlines(kind, now, calendar);
        await tx.dataRequest.create({ data: { id, contactId, kind, receivedAt: now, ...deadlines } });
        await audit(scope, "data_request.opened", id, { kind });
        return { kind: "opened", id };
      }),
    answered: (by, id, revision) =>
      change(by, id, revision, "answered", (_, { now }) => ({ answeredAt: now })),
    assign: (by, id, revision) => change(by, id, revision, "assigned", () => ({ assignedTo: by.actor })),
    complete: (by, id, revision, note) =>
      change(by, id, revision, "completed", (request, { now }) => ({
        ...ending(request, now),
        note,
      })),
    correct: (by, id, revision, person) =>
      change(by, id, revision, "completed", async (request, scope) => {
        if (request.contactId === null) return null;
        await setPerson(scope, request.contactId, person);
        return { ...ending(request, scope.now), note: "done by staff: corrected" };
      }),
    erase: (by, id, revision) =>
      change(by, id, revision, "completed", async (request, scope) => {
        if (request.contactId === null) return null;
        await eraseContact(scope, request.contactId, null);
        return { ...ending(request, scope.now), note: "done by staff: erased" };
      }),
  };

  /** The revision is taken first, so that of two who press at once only one does it. */
  function change(
    by: By,
    id: string,
    revision: number,
    what: string,
    work: (
      request: DataRequest,
      scope: Scope,
    ) =>
      Prisma.DataRequestUncheckedUpdateInput | null | Promise<Prisma.DataRequestUncheckedUpdateInput | null>,
  ): Promise<Changed> {
    return act(desk, by, async (scope) => {
      const { tx } = scope;
      const request = await tx.dataRequest.findUnique({ where: { id } });
      if (!request) return { kind: "not_found" };
      if (request.doneAt !== null) return { kind: "settled" };
      const { count } = await tx.dataRequest.updateMany({
        where: { id, revision },
        data: { revision: { increment: 1 } },
      });
      if (count === 0) return { kind: "conflict" };
      const data = await work(request, scope);
      if (data === null) return { kind: "settled" };
      await tx.dataRequest.update({ where: { id }, data });
      await audit(scope, `data_request.${what}`, id, { kind: request.kind });
      return { kind: "done" };
    });
  }
}

/** Who was never answered is answered by its being done. */
function ending({ answeredAt }: DataRequest, now: Date) {
  return { doneAt: now, answeredAt: answeredAt ?? now };
}
