// Stands between the program and koffi in the laboratory. Wine gives every file to the one account it runs for; Windows gives what an
// administrator installs to the administrators. Here that one account is read as theirs, and nothing else is changed: a file that
// everybody may write still says so.
const koffi = require('../koffi-itself/index.cjs');

const tester = Buffer.from('010500000000000515000000000000000000000000000000e8030000', 'hex');
const administrators = Buffer.from('01020000000000052000000020020000', 'hex');

module.exports = {
  ...koffi,
  load(name, ...more) {
    const library = koffi.load(name, ...more);
    return {
      func(definition, ...rest) {
        const call = library.func(definition, ...rest);
        return definition.includes('GetFileSecurityW') ? withOwners(call) : call;
      },
    };
  },
};

function withOwners(call) {
  return (path, wanted, into, size, needed) => {
    const succeeded = call(path, wanted, into, size, needed);
    if (succeeded !== 0 && into)
      for (let at = into.indexOf(tester); at >= 0; at = into.indexOf(tester, at + 1)) administrators.copy(into, at);
    return succeeded;
  };
}
