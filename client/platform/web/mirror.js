// The screen as elements for a screen reader (client/platform/mirror.hpp). They lie over the canvas
// unseen, where what they stand for is drawn; each is changed only when what is said of it changed.
mergeInto(LibraryManager.library, {
  $Mirror__deps: ['$Page'],
  $Mirror: {
    elements: {},   // by id: {node, said}
    groups: {},
    focusedId: '',
    waiting: [], saysAt: 0, timer: 0,

    tags: {text: 'p', heading: 'h2', button: 'button', link: 'button', entry: 'input', checkbox: 'div',
           radio: 'div', tab: 'div', option: 'div', choice: 'button'},
    groupRoles: {radio: 'radiogroup', tab: 'tablist', option: 'listbox'},

    read: function (line) {
      var parts = line.split('\t').map(function (part) {
        return part.replace(/\\([tn\\])/g, function (all, which) {
          return which === 't' ? '\t' : which === 'n' ? '\n' : '\\';
        });
      });
      return {id: parts[0], role: parts[1], name: parts[2], value: parts[3], flags: parts[4] || '',
              group: parts[5], place: parts.slice(6, 10).map(Number), level: +parts[10],
              begin: +parts[11], end: +parts[12]};
    },

    make: function (said) {
      var tag = Mirror.tags[said.role];
      if (said.role === 'heading') tag = 'h' + said.level;
      if (said.role === 'entry' && said.flags.indexOf('m') >= 0) tag = 'textarea';
      var node = document.createElement(tag);
      node.dataset.id = said.id;
      if (tag === 'button') node.type = 'button';
      if (tag === 'div') node.setAttribute('role', said.role);
      if (said.role === 'choice') node.setAttribute('aria-haspopup', 'listbox');
      if (said.role !== 'text' && said.role !== 'heading') node.tabIndex = 0;
      if (said.role === 'entry') {
        node.autocomplete = 'off';
        node.spellcheck = false;
      }
      return node;
    },

    set: function (node, attribute, value) {
      if (value === null) node.removeAttribute(attribute);
      else if (node.getAttribute(attribute) !== value) node.setAttribute(attribute, value);
    },

    update: function (node, said) {
      var has = function (flag) { return said.flags.indexOf(flag) >= 0 ? 'true' : null; };
      if (said.role === 'entry') {
        Mirror.set(node, 'aria-label', said.name);
        Mirror.set(node, 'aria-invalid', has('w'));
        Mirror.fill(node, said);
      } else if (node.textContent !== said.name) {
        node.textContent = said.name;
      }
      Mirror.set(node, 'aria-disabled', has('d'));
      if (said.role === 'checkbox' || said.role === 'radio')
        Mirror.set(node, 'aria-checked', has('s') || 'false');
      else if (said.role === 'tab' || said.role === 'option')
        Mirror.set(node, 'aria-selected', has('s') || 'false');
      else if (said.role === 'button') Mirror.set(node, 'aria-pressed', has('s'));
      var style = node.style;
      style.left = said.place[0] + 'px';
      style.top = said.place[1] + 'px';
      style.width = Math.max(1, said.place[2]) + 'px';
      style.height = Math.max(1, said.place[3]) + 'px';
    },

    // A field holds what the kit's holds, with the caret at the same character.
    fill: function (node, said) {
      if (node.dataset.composing) return;
      node.dataset.value = said.value;
      if (node.value !== said.value) node.value = said.value;
      if (document.activeElement !== node) return;
      var characters = Array.from(said.value);
      var units = function (count) { return characters.slice(0, count).join('').length; };
      node.setSelectionRange(units(said.begin), units(said.end));
    },

    container: function (root, said, used) {
      var role = Mirror.groupRoles[said.role];
      if (!role || !said.group) return root;
      var key = said.group + '#' + (used[said.group] || 0);
      var group = Mirror.groups[key];
      if (!group) {
        group = document.createElement('div');
        group.setAttribute('role', role);
        group.dataset.key = key;
        Mirror.groups[key] = group;
      }
      return group;
    },

    // Puts `node` where the reading has come to.
    place: function (parent, node, cursors) {
      var at = cursors.get(parent);
      if (at === undefined) at = parent.firstChild;
      if (at === node) { cursors.set(parent, node.nextSibling); return; }
      Mirror.leave(node, cursors);
      parent.insertBefore(node, at);
      cursors.set(parent, at);
    },
    // It goes from where it is: the reading may have come to just there.
    leave: function (node, cursors) {
      var parent = node.parentNode;
      if (!parent) return;
      var at = cursors.has(parent) ? cursors.get(parent) : parent.firstChild;
      if (at === node) cursors.set(parent, node.nextSibling);
    },

    show: function (text) {
      var root = document.getElementById('mirror'), lines = text.split('\n');
      var head = lines[0].split('\t');
      Mirror.set(root, 'role', head[0] ? 'dialog' : 'main');
      Mirror.set(root, 'aria-modal', head[0] ? 'true' : null);
      Mirror.set(root, 'aria-label', head[0] || null);
      var seen = {}, used = {}, cursors = new Map(), last = null, kept = new Set(), words = '';
      for (var index = 1; index < lines.length; ++index) {
        var said = Mirror.read(lines[index]), before = Mirror.elements[said.id];
        // Names are unique in a frame; a second one would be a mistake of a screen.
        if (seen[said.id]) continue;
        if (last && last.group && last.group !== said.group)
          used[last.group] = (used[last.group] || 0) + 1;
        last = said;
        var same = before && before.role === said.role && before.level === said.level &&
          (before.flags.indexOf('m') >= 0) === (said.flags.indexOf('m') >= 0);
        if (before && !same) {
          Mirror.leave(before.node, cursors);
          before.node.remove();
          before = null;
        }
        var entry = before || {node: Mirror.make(said)};
        if (entry.line !== lines[index]) Mirror.update(entry.node, said);
        entry.line = lines[index];
        entry.role = said.role;
        entry.level = said.level;
        entry.flags = said.flags;
        seen[said.id] = entry;
        var parent = Mirror.container(root, said, used);
        if (parent === root && (said.role === 'text' || said.role === 'heading')) words = said.name;
        if (parent !== root && !kept.has(parent)) {
          // A group is called what stands before it.
          Mirror.set(parent, 'aria-label', words || head[0] || said.name);
          Mirror.place(root, parent, cursors);
          kept.add(parent);
        }
        Mirror.place(parent, entry.node, cursors);
        kept.add(entry.node);
      }
      Object.keys(Mirror.elements).forEach(function (id) {
        if (!seen[id]) Mirror.elements[id].node.remove();
      });
      Object.keys(Mirror.groups).forEach(function (key) {
        if (kept.has(Mirror.groups[key])) return;
        Mirror.groups[key].remove();
        delete Mirror.groups[key];
      });
      Mirror.elements = seen;
      Mirror.focusedId = Mirror.read(lines[0]).role;
      Page.focusField();
    },

    focused: function () {
      var entry = Mirror.elements[Mirror.focusedId];
      return entry ? entry.node : null;
    },

    idOf: function (event) {
      return event.target && event.target.dataset ? event.target.dataset.id : undefined;
    },
    listen: function () {
      var root = document.getElementById('mirror');
      root.addEventListener('focusin', function (event) {
        var id = Mirror.idOf(event);
        if (!Page.moves && id && id !== Mirror.focusedId)
          Page.withText(id, function (at) { _page_focus(at); });
      });
      root.addEventListener('click', function (event) {
        var id = Mirror.idOf(event);
        if (!id) return;
        event.preventDefault();
        if (!Page.isField(event.target)) Page.withText(id, function (at) { _page_activate(at); });
      });
      root.addEventListener('beforeinput', function (event) {
        if (event.isComposing) return;
        var text = event.data;
        if (event.inputType === 'insertText' || event.inputType === 'insertReplacementText') {
          if (text === null && event.dataTransfer) text = event.dataTransfer.getData('text/plain');
          event.preventDefault();
          if (text) Page.withText(text, function (at) { _page_text(at); });
        } else if (event.inputType === 'deleteContentBackward') {
          event.preventDefault();
          Page.withText('Backspace', function (code) { _page_key(code, 0, 0, 0); });
        }
      });
      root.addEventListener('compositionstart', function (event) {
        event.target.dataset.composing = '1';
        event.target.style.opacity = '1';
      });
      root.addEventListener('compositionend', function (event) {
        var node = event.target, text = event.data;
        delete node.dataset.composing;
        node.style.opacity = '';
        node.value = node.dataset.value;
        if (text) Page.withText(text, function (at) { _page_text(at); });
      });
      // Whoever fills a field in without typing: dictation, a password store, a test.
      root.addEventListener('input', function (event) {
        var node = event.target;
        if (!Page.isField(node) || node.dataset.composing || node.value === node.dataset.value) return;
        var text = node.value;
        Page.withText(Mirror.idOf(event), function (id) {
          Page.withText(text, function (at) { _page_fill_in(id, at); });
        });
      });
    },

    // At most one sentence in two seconds; what is still waiting is said once.
    announce: function (words) {
      if (Mirror.waiting.indexOf(words) < 0 && Mirror.waiting.length < 5) Mirror.waiting.push(words);
      if (!Mirror.timer) Mirror.timer = setTimeout(Mirror.sayNext, 100);
    },
    sayNext: function () {
      var words = Mirror.waiting.shift();
      Mirror.timer = 0;
      if (words === undefined) return;
      document.getElementById('announce').textContent = words;
      Mirror.timer = setTimeout(Mirror.sayNext, 2000);
    }
  },

  page_mirror__deps: ['$Mirror'],
  page_mirror: function (elements) { Mirror.show(UTF8ToString(elements)); },
  page_announce__deps: ['$Mirror'],
  page_announce: function (words) { Mirror.announce(UTF8ToString(words)); },
  page_set_language: function (tag) {
    var language = UTF8ToString(tag);
    if (document.documentElement.lang !== language) document.documentElement.lang = language;
  }
});
