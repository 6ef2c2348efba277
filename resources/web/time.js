// Days since 1970-01-01 in the proleptic Gregorian calendar, for any year, and what an axis says of them.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const YEAR = 365.2425;
const CYCLE = 146097; // Days in 400 years.
const EPOCH = 719468; // Days from 0000-03-01 to 1970-01-01.

// Year (1 BC is 0), month from 1 and day of the month in which a day number lies.
function civil(day) {
  const whole = Math.floor(day) + EPOCH;
  const cycle = Math.floor(whole / CYCLE);
  const inCycle = whole - cycle * CYCLE;
  const year = Math.floor(
    (inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36524) - Math.floor(inCycle / 146096)) / 365,
  );
  const inYear = inCycle - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const shifted = Math.floor((5 * inYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: year + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

// The day number of a calendar day; the month may be any number, 13 is January of the next year.
function dayNumber(year, month = 1, day = 1) {
  const carried = Math.floor((month - 1) / 12);
  year += carried;
  month -= carried * 12;
  const from = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(from / 400);
  const inCycle = from - cycle * 400;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return cycle * CYCLE + inCycle * 365 + Math.floor(inCycle / 4) - Math.floor(inCycle / 100) + inYear - EPOCH;
}

function yearText(year) {
  const number = year > 0 ? year : 1 - year;
  return (number >= 10000 ? number.toLocaleString("en") : String(number)) + (year > 0 ? "" : " BC");
}

// Steps of an axis in days, with the unit they are counted in.
const STEPS = [
  [1 / 24, "hour", 1], [3 / 24, "hour", 3], [6 / 24, "hour", 6], [0.5, "hour", 12],
  [1, "day", 1], [2, "day", 2], [7, "day", 7], [14, "day", 14],
  [30.4, "month", 1], [91.3, "month", 3], [182.6, "month", 6],
];

function stepFor(days) {
  for (const step of STEPS) {
    if (step[0] >= days) return step;
  }
  let size = 1;
  for (;;) {
    for (const factor of [1, 2, 5]) {
      if (size * factor * YEAR >= days) return [size * factor * YEAR, "year", size * factor];
    }
    size *= 10;
  }
}

// Round times in a view as {day, text}, at least so many days apart.
function ticks(start, end, apart) {
  const [, unit, count] = stepFor(apart);
  const found = [];
  if (unit === "year") {
    for (let year = Math.ceil(civil(start).year / count) * count; ; year += count) {
      const day = dayNumber(year);
      if (day >= end || found.length > 200) break;
      if (day >= start) found.push({ day, text: yearText(year) });
    }
  } else if (unit === "month") {
    const first = civil(start);
    let month = Math.floor((first.month - 1) / count) * count + 1;
    for (; ; month += count) {
      const day = dayNumber(first.year, month);
      if (day >= end || found.length > 200) break;
      const at = civil(day);
      if (day >= start) found.push({ day, text: at.month === 1 ? yearText(at.year) : MONTHS[at.month - 1] });
    }
  } else if (unit === "day") {
    for (let day = Math.ceil(start); day < end && found.length <= 200; day++) {
      const at = civil(day);
      // Counted anew each month, so that the first of a month is always among them.
      if ((at.day - 1) % count || (count > 1 && at.day > 31 - count / 2)) continue;
      found.push({ day, text: at.day === 1 ? `${MONTHS[at.month - 1]} ${yearText(at.year)}` : `${at.day} ${MONTHS[at.month - 1]}` });
    }
  } else {
    const step = count / 24;
    for (let number = Math.ceil(start / step); number * step < end && found.length <= 200; number++) {
      const day = number * step;
      const hour = Math.round((day - Math.floor(day + 1e-9)) * 24) % 24;
      const at = civil(day + 1e-6);
      found.push({ day, text: hour === 0 ? `${at.day} ${MONTHS[at.month - 1]}` : `${String(hour).padStart(2, "0")}:00` });
    }
  }
  return found;
}

// A stretch of time as a status line says it: "1968 – 2024", "Nov 2023", "3 – 17 Nov 2023".
function spanText(start, end) {
  const first = civil(start);
  const last = civil(Math.max(end - 1e-6, start));
  const days = end - start;
  const say = (at) => {
    if (days > 3 * YEAR) return yearText(at.year);
    if (days > 60) return `${MONTHS[at.month - 1]} ${yearText(at.year)}`;
    return `${at.day} ${MONTHS[at.month - 1]} ${yearText(at.year)}`;
  };
  return say(first) === say(last) ? say(first) : `${say(first)} – ${say(last)}`;
}
