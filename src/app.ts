import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { hostname } from "node:os";
import type { Hono } from "hono";
import { createKnowledgeAnswerer, todayInVietnam, type Knowledge } from "./answer/create.ts";
import { citePlace } from "./answer/cite.ts";
import { feeBasis } from "./answer/fee-basis.ts";
import { createSharedSlots } from "./adapters/prisma/announce/shared-slots.ts";
import { createChannelStates } from "./adapters/prisma/channel-states.ts";
import type { ExplainingAnswerer } from "./answer/pipeline.ts";
import { createStaffAnswers, type StaffAnswer } from "./answer/staff-answers.ts";
import { unlessPaused } from "./answer/unless-paused.ts";
import type { Database } from "./adapters/prisma/client.ts";
import { createCommandExecutor } from "./adapters/prisma/commands/execute.ts";
import { createConversations } from "./adapters/prisma/conversations.ts";
import { createCertificates } from "./adapters/prisma/certificates.ts";
import { createFloor } from "./adapters/prisma/floor.ts";
import { createFiles } from "./adapters/prisma/files.ts";
import { createJobs, runDueJobs } from "./adapters/prisma/jobs/jobs.ts";
import { createLeases } from "./adapters/prisma/leases.ts";
import { createOutbox } from "./adapters/prisma/outbox.ts";
import { createProbe } from "./adapters/prisma/probe.ts";
import { createRegistry } from "./adapters/prisma/registry.ts";
import { registryParts } from "./adapters/prisma/registry-parts.ts";
import { createSeal, type Seal } from "./adapters/prisma/sealed.ts";
import { createGroupKeeper } from "./adapters/prisma/staffroom/moved.ts";
import { wordsGoToGroup } from "./adapters/prisma/staffroom/settings.ts";
import { createStaffRoom } from "./adapters/prisma/staffroom/standing.ts";
import { createTranscript } from "./adapters/prisma/transcript.ts";
import { previewsOf } from "./channel-previews.ts";
import { statesOf, type ChannelInUse, type MakeChannel } from "./channels.ts";
import { createRatings } from "./adapters/prisma/ratings.ts";
import { createWatch } from "./adapters/prisma/watch.ts";
import { createBarcodeReader } from "./adapters/zxing/barcode-reader.ts";
import { createWebChannel } from "./channels/web/index.ts";
import type { Config } from "./config.ts";
import type { Console } from "./console/console.ts";
import { announcementPath, CONSOLE, conversationPath } from "./console/routes.ts";
import type { ShowsDrafts } from "./conversation/channel.ts";
import type { Address, IncomingMessage } from "./conversation/message.ts";
import { pause } from "./conversation/pause.ts";
import { createDraftStage } from "./conversation/draft-stage.ts";
import { createListener } from "./conversation/listen.ts";
import { createLanes } from "./conversation/receive.ts";
import { createResponder } from "./conversation/respond.ts";
import type { Files } from "./conversation/transcript.ts";
import { watchStates } from "./conversation/state-watch.ts";
import { createTurns, type TurnTimes } from "./conversation/turns.ts";
import { DENSE, useDense } from "./dense-in-use.ts";
import { allDialogues } from "./dialogues.ts";
import { commandWords } from "./dialogue/menu/menu.ts";
import { createLibrary } from "./knowledge/library.ts";
import { logError, logNotice } from "./log.ts";
import { createDelivery } from "./outbox/deliver.ts";
import { MODEL, useModel } from "./model-in-use.ts";
import { once } from "./once.ts";
import { TRANSCRIPTION, useVoice } from "./voice-in-use.ts";
import { createReadiness } from "./readiness.ts";
import { certificatePath } from "./registry/certificates.ts";
import { retentionInWords } from "./registry/retention.ts";
import { DEFAULT_SETTINGS } from "./registry/deadlines.ts";
import type { Communes } from "./registry/communes.ts";
import type { WorkingCalendar } from "./registry/working-calendar.ts";

/** What the service is made of; tests give their own. */
export interface Parts {
  knowledge: Knowledge;
  communes: Communes;
  calendar: WorkingCalendar;
  database: Database;
  /** channels besides the web, and what seals their tokens */
  channels?: readonly MakeChannel[];
  seal?: Seal;
  /** how long one replica has what only one may do; usual times unless given */
  turnTimes?: Partial<TurnTimes>;
  /** makes the tokens of web conversations; the same on every replica */
  secret: string;
  /** signs the staff in; the same on every replica. The secret above unless given */
  consoleSecret?: string;
  /** answers from the knowledge unless given */
  answerer?: ExplainingAnswerer;
  now?: () => Date;
  /** told of what should not happen */
  onError?: (error: unknown) => void;
}

export interface App {
  /** serves HTTP by `fetch` */
  web: Hono;
  /** the staff's pages, loaded now if they were not yet */
  staffConsole: () => Promise<Console>;
  /** does now what the first question would wait for */
  warmUp: () => void;
  /** Answers, sends and keeps house until `signal` aborts; what is in hand is finished first. */
  run: (signal: AbortSignal) => Promise<void>;
}

/** Personal messages a second on the web: they are only rows to show, so the pace protects the database alone. */
const WEB_PACE = { perSecond: 500 };

const LANES_WITH_MODEL = 16;

const LOOK_FOR_JOBS_MS = 15_000;

/** All wiring; nothing else sees everything, and nothing runs before it is asked something. */
export function createApp(config: Config, parts: Parts): App {
  const { knowledge, communes, calendar, database, now = () => new Date(), onError = logError } = parts;
  const today = () => todayInVietnam(now());
  // Reading all sections for the answerer takes longer than all else, and pages can be served meanwhile.
  const staffAnswers = createStaffAnswers(knowledge.index);
  const modelCore = { database, secret: parts.secret, dayOf: todayInVietnam, now, onError };
  const model = config.model && useModel(config.model, modelCore);
  const dense = config.embedding && useDense(config.embedding, knowledge.documents, modelCore);
  const voice = config.voice && useVoice(config.voice, modelCore);
  const servers = [
    { channel: MODEL, inUse: model },
    { channel: DENSE, inUse: dense },
    { channel: TRANSCRIPTION, inUse: voice },
  ].flatMap(({ channel, inUse }) => (inUse ? [{ channel, status: inUse.status }] : []));
  const fromKnowledge = once(
    () =>
      createKnowledgeAnswerer(knowledge, today, {
        onError,
        staffAnswers,
        ...(model && { modelDesk: model.desk }),
        ...(dense && { denseDesk: dense.desk, denseWeight: dense.weight }),
      }).answerer,
  );
  const answerer = parts.answerer ?? {
    answer: (question, history) => fromKnowledge().answer(question, history),
    explain: (question, history, asker) => fromKnowledge().explain(question, history, asker),
  };
  const publish = async (items: readonly StaffAnswer[]) => {
    await Promise.all([dense?.publish(items), staffAnswers.publish(items)]);
  };
  const watch = createWatch(database, publish, onError);
  const library = createLibrary(knowledge.documents);
  const { organisation } = config;
  const retention = retentionInWords(config.retention);
  const settings = { ...DEFAULT_SETTINGS, requestDays: config.requestDays, offerHours: config.offerHours };
  // Staff read it: the machine comes first.
  const owner = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;

  const consoleLink = (id: string) => config.publicUrl && config.publicUrl + conversationPath(id);
  const announcementLink = (id: string) => config.publicUrl && config.publicUrl + announcementPath(id);
  const execute = createCommandExecutor(
    registryParts({
      ...{ calendar, settings, consoleLink, announcementLink },
      channels: (name) => reachOf(name),
      previews: (reply) => previewsOf(used)(reply),
    }),
  );
  const conversations = createConversations(database, execute, { now });
  const registry = createRegistry(database);
  const files: Files = { ...createFiles(database), ...(voice && { takesRecordings: true }) };
  const drafts = createDraftStage({ channelOf: draftsOn, floor: createFloor(database), onError });
  const responder = once(() =>
    createResponder({
      answerer,
      dialogues: allDialogues(library),
      registry,
      files,
      barcodes: createBarcodeReader(),
      asksBeforeModel: config.model?.isExternal === true || config.embedding?.isExternal === true,
      ...(voice && { voice }),
      staffRoom: createStaffRoom(database),
      words: commandWords,
      settings: watch.settings,
      drafts,
      showsBasis: (address) =>
        used.some((one) => one.channel.name === address.channel && one.channel.showsBasis === true),
      surroundings: {
        organisation,
        retention,
        communes,
        calendar,
        cite: (document, section) => citePlace(library, document, section, today()),
      },
    }),
  );
  const { app: web, channel } = createWebChannel({
    config: {
      organisation,
      retention,
      widgetOrigins: config.widgetOrigins,
      trustedProxies: config.trustedProxies,
      limits: config.limits,
      takesRecordings: voice !== null,
    },
    secret: parts.secret,
    accept,
    transcript: createTranscript(database),
    files,
    ratings: createRatings(database),
    certificates: createCertificates(database),
    settings: watch.settings,
    wordsGoToGroup: () => wordsGoToGroup(database),
    answerer: unlessPaused(answerer, () => watch.settings.paused()),
    library,
    today,
    now,
    onError,
  });
  const seal = parts.seal ?? createSeal(parts.secret);
  const chats = createGroupKeeper(database, now, logNotice);
  const leases = createLeases(database);
  const turns = createTurns({ leases, owner, now, onError, times: parts.turnTimes ?? {} });
  const others = (parts.channels ?? []).map((make) =>
    make({ database, files, seal, turns, now, onError, chats }),
  );
  const used: readonly ChannelInUse[] = [{ channel, pace: WEB_PACE, status: () => [] }, ...others];
  const outbox = createOutbox(database);
  const deliveries = used.map((one) => {
    const slots = one.sharesPace
      ? { slots: createSharedSlots(database, { channel: one.channel.name, ...one.pace }) }
      : {};
    return createDelivery({ outbox, ...one, ...slots, owner, now, onError });
  });
  const reachOf = (name: string) => {
    const found = used.find((one) => one.channel.name === name);
    return found ? (found.reach ?? {}) : null;
  };
  const wakeDeliveries = () => {
    for (const delivery of deliveries) delivery.wake();
  };
  web.route(
    "/",
    createReadiness({
      databaseAnswers: createProbe(database),
      channels: used,
      model: () => model?.status() ?? null,
      dense: () => dense?.status() ?? null,
      voice: () => voice?.status() ?? null,
    }),
  );
  for (const { routes } of others) if (routes) web.route("/", routes);
  const staffConsole = once(async () => {
    const { wireConsole } = await import("./console-parts.ts");
    return wireConsole({
      desk: {
        database,
        calendar,
        settings,
        consoleLink,
        announcementLink,
        certificateLink: (key) => config.publicUrl && config.publicUrl + certificatePath(key),
      },
      communes,
      channels: reachOf,
      previews: previewsOf(used),
      documents: knowledge.documents,
      organisation,
      retention,
      secret: parts.consoleSecret ?? parts.secret,
      trustedProxies: config.trustedProxies,
      fromAnywhere: config.consoleFromAnywhere,
      now,
      onError,
    });
  });
  // Loaded at its first request: the chat does not wait for it, nor carry its memory.
  for (const path of [CONSOLE, `${CONSOLE}/*`]) {
    web.all(path, async (c) => (await staffConsole()).app.fetch(c.req.raw, c.env));
  }
  const lanes = createLanes({
    conversations,
    respond: (claimed, at) => responder()(claimed, at),
    ...(voice && { listen: createListener({ ...voice, registry, files }) }),
    owner,
    now,
    onError,
    onCommitted: wakeDeliveries,
    onTurnOver: ({ from, id }) => {
      drafts.end(from, id);
    },
    // Turns that wait for a model must not keep the others waiting.
    ...(servers.length > 0 && { atOnce: LANES_WITH_MODEL }),
  });

  function draftsOn(address: Address): ShowsDrafts | undefined {
    return used.find((one) => one.channel.name === address.channel)?.channel.drafts;
  }

  async function accept(message: IncomingMessage): Promise<boolean> {
    const isNew = await conversations.accept(message);
    if (isNew) lanes.wake();
    return isNew;
  }

  const jobs = createJobs({
    database,
    calendar,
    settings,
    consoleLink,
    retention: config.retention,
    channels: reachOf,
    feeBasis: (at) => feeBasis(library, todayInVietnam(at)),
    report: logNotice,
  });

  /** What happens without anybody writing: offers lapse, people are reminded, data whose time is over go. */
  async function keepHouse(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await runDueJobs(database, jobs, owner, now(), onError);
      } catch (error) {
        // The database is away: the jobs wait for it like everything else.
        onError(error);
      }
      wakeDeliveries();
      await pause(LOOK_FOR_JOBS_MS, signal, new Set());
    }
  }

  return {
    web,
    staffConsole,
    warmUp() {
      fromKnowledge();
      responder();
    },
    async run(signal) {
      // As many listen for the end as there are channels and lanes; Node would take that for a leak.
      setMaxListeners(0, signal);
      // Nobody is answered before it is known what staff switched.
      await watch.look();
      await Promise.all([
        watch.run(signal),
        ...used.map((one) => one.channel.listen(accept, signal)),
        lanes.run(signal),
        ...deliveries.map((delivery) => delivery.run(signal)),
        keepHouse(signal),
        dense?.run(signal),
        watchStates(
          {
            states: () => [
              ...statesOf(used),
              ...servers.map(({ channel, status }) => ({ channel, ...status() })),
            ],
            store: createChannelStates(database),
            replica: owner,
            now,
            onError,
          },
          signal,
        ),
      ]);
    },
  };
}
