// Runs before the program: fetches the letters beside it, and says in words what goes wrong before
// there is a screen to say it on.
(function () {
  var script = document.currentScript;
  function say(key) {
    var words = casustafelSays(key);
    var place = document.getElementById('starting');
    if (!place) {
      place = document.createElement('p');
      place.id = 'starting';
      place.setAttribute('role', 'alert');
      document.body.prepend(place);
    }
    place.textContent = words;
  }
  if (typeof WebAssembly !== 'object') {
    say('page.too_old');
    throw new Error('no WebAssembly');
  }
  var letters = fetch(script.getAttribute('data-letters')).then(function (answer) {
    if (!answer.ok) throw new Error(answer.status);
    return answer.arrayBuffer();
  });
  letters.catch(function () {
    say('page.incomplete');
  });
  Module.locateFile = function () { return new URL(script.getAttribute('data-wasm'), document.baseURI).href; };
  Module.onAbort = function () {
    say('page.stopped');
  };
  Module.onRuntimeInitialized = function () {
    letters.then(function (buffer) {
      var bytes = new Uint8Array(buffer), at = _malloc(bytes.length);
      HEAPU8.set(bytes, at);
      var size = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
      var contrast = matchMedia('(prefers-contrast: more)').matches ||
        matchMedia('(forced-colors: active)').matches;
      _start(at, bytes.length, contrast ? 1 : 0, size * Math.min(2, window.devicePixelRatio || 1));
      _free(at);
    });
  };
})();
