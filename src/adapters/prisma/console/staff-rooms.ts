import type { StaffRooms } from "../../../console/staff-room/port.ts";
import { staffName } from "../staff/names.ts";
import type { Desk } from "../staff/act.ts";
import { makeLink, unlinkGroup, unlinkMember } from "../staffroom/links.ts";
import { changeRoomSettings, roomSettings } from "../staffroom/settings.ts";

export function createStaffRooms(desk: Desk): StaffRooms {
  const { client } = desk.database;
  return {
    async links() {
      const groups = await client.staffGroup.findMany({ orderBy: { linkedAt: "asc" } });
      const members = await client.staffChannel.findMany({
        include: { staff: { select: { name: true } } },
        orderBy: { linkedAt: "asc" },
      });
      return {
        groups: await Promise.all(
          groups.map(async ({ id, channel, chat, linkedBy, linkedAt }) => ({
            id,
            channel,
            chat,
            linkedBy: await staffName(client, linkedBy),
            linkedAt,
          })),
        ),
        members: members.map(({ id, staffId, staff, channel, linkedAt }) => ({
          id,
          staffId,
          name: staff.name,
          channel,
          linkedAt,
        })),
      };
    },
    makeCode: (by, what) => makeLink(desk, by, what),
    unlinkMember: (by, id, of) => unlinkMember(desk, by, id, of),
    unlinkGroup: (by, id) => unlinkGroup(desk, by, id),
    settings: () => roomSettings(client),
    changeSettings: (by, settings) => changeRoomSettings(desk, by, settings),
  };
}
