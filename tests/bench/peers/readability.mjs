// Make text of pages' bodies with Readability: readability.mjs linkedom|jsdom FILE...
// Modules are looked for where it runs.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/");
const { Readability } = require("@mozilla/readability");
const [dom, ...files] = process.argv.slice(2);
const { parseHTML } = dom === "linkedom" ? require("linkedom") : {};
const { JSDOM, VirtualConsole } = dom === "jsdom" ? require("jsdom") : {};
const virtualConsole = VirtualConsole && new VirtualConsole();

for (const name of files) {
	const html = readFileSync(name, "utf8");
	const document = parseHTML ? parseHTML(html).document
	    : new JSDOM(html, { virtualConsole }).window.document;
	try {
		new Readability(document).parse();
	} catch {} // linkedom lacks what it asks of some pages
}
