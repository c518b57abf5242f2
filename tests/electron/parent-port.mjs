// Gives a plain Node process the line to its parent that Electron gives to a utility process; without ports, which
// only Electron can hand from process to process.
process.parentPort = {
  on: (_event, listener) => process.on('message', (data) => listener({ data, ports: [] })),
  postMessage: (message) => process.send(message),
};
