import { CONSOLE } from "../routes.ts";

export const ANNOUNCEMENTS = `${CONSOLE}/thong-bao`;
