import { expect, it } from "vitest";
import { changeRoomSettings } from "../../../src/adapters/prisma/staffroom/settings.ts";
import { startConsole } from "../../support/console.ts";
import { eachDatabase } from "../../support/database.ts";
import { by, deskOver } from "../../support/registry.ts";
import { linksGroup } from "../../support/staff.ts";

const GROUP = "nhóm nội bộ của cán bộ trên Telegram";

eachDatabase("the privacy notice", (given) => {
  it("says that words to staff go to their group, while they do", async () => {
    const service = await startConsole(given.database);
    const notice = async () => (await service.app.web.request("/quyen-rieng-tu")).text();
    expect(await notice()).not.toContain(GROUP);
    await linksGroup(given.database);
    expect(await notice()).toContain(GROUP);
    const { desk } = deskOver(given.database);
    await changeRoomSettings(desk, by, { forwardWords: false, waitingMinutes: 5 });
    expect(await notice()).not.toContain(GROUP);
    await service.stop();
  });
});
