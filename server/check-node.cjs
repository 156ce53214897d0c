// Loaded before main.ts, in plain JavaScript, so that an old Node can read it and say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 19)) {
  console.error(
    `Stet needs Node 22.19 or newer; this is ${process.versions.node}. Run "npm ci" first (on Linux and Windows it brings the right Node), and start with "npm start".`,
  )
  process.exit(2)
}
