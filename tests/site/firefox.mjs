// Drives Firefox for tests/site/test_firefox.py: reads commands from its input, one JSON a line, and answers each with one.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const [, , readers, executablePath] = process.argv;
const puppeteer = createRequire(readers + "/")("puppeteer-core");
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
const page = await browser.newPage();
const complaints = [];
page.on("console", (said) => ["error", "warn"].includes(said.type()) && complaints.push(said.text()));
page.on("pageerror", (error) => complaints.push(String(error)));

const commands = {
  // Firefox has the size by then; it does not know how to be turned.
  size: (width, height) => page.setViewport({ width, height }).catch((error) => {
    if (!String(error).includes("setScreenOrientationOverride")) throw error;
  }),
  open: async (url) => (await page.goto(url, { waitUntil: "load" })).status(),
  evaluate: (script, argument) => page.evaluate(`(${script})(${JSON.stringify(argument)})`),
  press: (key) => page.keyboard.press(key),
  type: (words) => page.keyboard.type(words),
  click: (selector) => page.click(selector),
  hover: (selector) => page.hover(selector),
  back: () => page.goBack({ timeout: 5000 }).then(() => null, () => null),
  complaints: async () => complaints,
  shot: (path) => page.screenshot({ path }).then(() => null),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line);
  try {
    console.log(JSON.stringify({ value: (await commands[name](...given)) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
await browser.close();
