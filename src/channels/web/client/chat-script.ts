import { log } from "./log.ts";
import { page } from "./page.ts";
import { reading } from "./reading.ts";
import { store } from "./store.ts";
import { writing } from "./writing.ts";

/** The script of the chat page: live where scripts run; everything it does works without it, too. */
export const chatScript = `"use strict";
(() => {${[store, log, reading, writing, page].join("")}})();
`;
