// Loaded into the server before its program (node --import): its clock goes ahead of the real one, as after an hour
// without power. So leases of a killed process run out without the run waiting for them, and the day is a working day.
const ahead = Number(process.env.CHAOS_CLOCK_AHEAD_MS ?? 0);
const RealDate = Date;

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }

  static now() {
    return RealDate.now() + ahead;
  }
};
