// Print what ical.js (Thunderbird's reader) finds in calendars: for each, its events with their instants.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const installed = createRequire(process.cwd() + "/")("ical.js");
const ICAL = installed.default ?? installed;

function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const told = (property) => {
    const time = property.getFirstValue();
    if (time.isDate) return time.toString();
    const zone = calendar
      .getAllSubcomponents("vtimezone")
      .find((each) => each.getFirstPropertyValue("tzid") === property.getParameter("tzid"));
    if (zone) time.zone = new ICAL.Timezone(zone); // from the file, not from a table of zones
    return new Date(time.toUnixTime() * 1000).toISOString();
  };
  return calendar.getAllSubcomponents("vevent").map((event) => ({
    uid: event.getFirstPropertyValue("uid"),
    summary: event.getFirstPropertyValue("summary"),
    start: told(event.getFirstProperty("dtstart")),
    end: told(event.getFirstProperty("dtend")),
  }));
}

const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map(read)));
