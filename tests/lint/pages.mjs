// pages.mjs BROWSER PAGE...: see the script `pages`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const [executablePath, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const views = [
  { name: "light", width: 1280, scheme: "light" },
  { name: "dark", width: 1280, scheme: "dark" },
  { name: "phone", width: 390, scheme: "light" },
];
let problems = 0;

function problem(text) {
  console.log(text);
  problems++;
}

// The page as its reader has it, with its policy in force: what goes wrong shows on the console.
async function visit(browser, path, view, bypass) {
  const page = await browser.newPage();
  await page.setBypassCSP(bypass); // axe comes in as a script, which the policy forbids
  await page.setViewport({ width: view.width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: view.scheme }]);
  page.on("pageerror", (error) => problem(`${path} (${view.name}): ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") problem(`${path} (${view.name}): ${message.text()}`);
  });
  await page.goto(`file://${path}`);
  return page;
}

async function look(browser, path, view) {
  const plain = await visit(browser, path, view, false);
  const wide = await plain.evaluate(() => document.documentElement.scrollWidth);
  if (wide > view.width) problem(`${path} (${view.name}): ${wide} pixels wide in a window of ${view.width}`);
  // the script runs: a click on a column's head sorts
  const sorted = await plain.evaluate(() => {
    const button = document.querySelector("th button");
    if (button) button.click();
    return !button || document.querySelector("th[aria-sort]") !== null;
  });
  if (!sorted) problem(`${path} (${view.name}): a table does not sort`);
  // a switch takes its marks away
  const switched = await plain.evaluate(() => {
    const mark = document.querySelector("article .h");
    if (!mark) return true;
    const before = getComputedStyle(mark).textDecorationLine;
    document.getElementById("show-h").click();
    return before === "underline" && getComputedStyle(mark).textDecorationLine === "none";
  });
  if (!switched) problem(`${path} (${view.name}): a switch does not work`);
  // the Tab key stops at what scrolls, and not at what fits
  const stops = await plain.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const frames = [...document.querySelectorAll(".scroll, .frame")];
    return frames.every((frame) => frame.hasAttribute("tabindex") === frame.scrollWidth > frame.clientWidth);
  });
  if (!stops) problem(`${path} (${view.name}): the Tab key stops where nothing scrolls, or not where it does`);
  await plain.close();
  const page = await visit(browser, path, view, true);
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const violation of result.violations)
    for (const node of violation.nodes)
      problem(`${path} (${view.name}): ${violation.id}: ${node.html.slice(0, 120)}`);
  await page.close();
}

const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const path of pages) for (const view of views) await look(browser, path, view);
await browser.close();
console.log(`pages: ${pages.length} pages in ${views.length} views, ${problems} problems`);
process.exit(problems > 0 ? 1 : 0);
