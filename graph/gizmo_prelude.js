// What every script finds before its first line: g and the functions of Gizmo behind guards, since Gizmo itself ends the
// process on an argument of an unexpected kind; short forms of IRIs; emitFacts, entity, factsAbout, day, refuse. The names of functions here begin with
// guard$, by which an error is told from one of the script's.
(function guard$prelude(prefixes, meanings) {
  "use strict";
  // What the guards are made of stays as it is.
  for (const part of [Object, Array, JSON, Array.prototype, WeakMap.prototype, WeakSet.prototype, Set.prototype, String.prototype,
    RegExp.prototype, Function.prototype]) {
    Object.freeze(part);
  }
  const native = graph;
  const inside = new WeakMap(); // what a script holds -> Gizmo's own path
  const made = new WeakSet();   // values and filters that Gizmo's functions made
  const deepest = 64;

  function guard$kind(x) {
    if (x === null) return "null";
    if (Array.isArray(x)) return "an array";
    return { undefined: "nothing", function: "a function", object: "an object" }[typeof x] || "a " + typeof x;
  }

  // <j:called> stands for <urn:jishi:called>
  function guard$expand(s) {
    const m = /^<([a-z]+):([^>]*)>$/.exec(s) || /^("[^]*"\^\^<)([a-z]+):([^>]*)>$/.exec(s);
    if (!m) return s;
    const [start, prefix, rest] = m.length === 3 ? ["<", m[1], m[2]] : m.slice(1);
    return Object.hasOwn(prefixes, prefix) && !rest.startsWith("//") ? start + prefixes[prefix] + rest + ">" : s;
  }

  function guard$argument(name, x, depth) {
    if (typeof x === "string") {
      if (x === "") throw new TypeError(name + ": an empty string names no node; the empty literal is str(\"\")");
      return guard$expand(x);
    }
    if (x === null || x === undefined || typeof x === "boolean") return x;
    if (typeof x === "number") {
      if (!Number.isFinite(x)) throw new TypeError(name + ": " + x + " is no number to look for");
      return x;
    }
    if (typeof x === "object" || typeof x === "function") {
      if (inside.has(x)) return inside.get(x);
      if (made.has(x)) return x;
      if (Array.isArray(x)) {
        if (depth > deepest) throw new TypeError(name + ": a list within lists within lists; give a plain list");
        return Array.from(x, function guard$each(y) { return guard$argument(name, y, depth + 1); });
      }
    }
    throw new TypeError(name + ": want a string, a value such as iri(…) or str(…), a path or a list of these, got " + guard$kind(x));
  }

  function guard$fault(name, e) {
    const said = e instanceof Error ? e.message : String(e);
    return new TypeError(name + ": " + said.replace(/^GoError: /, ""));
  }

  // What comes out of the graph: IRIs as <…>, literals as their plain text.
  function guard$plain(x, depth) {
    if (typeof x === "string") {
      const m = /^"([^]*)"(?:\^\^<[^>]*>|@[A-Za-z0-9-]+)$/.exec(x);
      return m ? m[1].replace(/\\(.)/g, function guard$escape(_, c) { return { n: "\n", r: "\r", t: "\t" }[c] || c; }) : x;
    }
    if (typeof x === "function" || typeof x === "symbol" || typeof x === "bigint") {
      throw new TypeError(guard$kind(x) + " is no result; emit strings, numbers, and lists or objects of these");
    }
    if (typeof x !== "object" || x === null) return x;
    if (x instanceof Date) return x.toJSON();
    if (made.has(x)) return guard$plain(String(x), depth);
    if (inside.has(x)) throw new TypeError("a path is no result; end it with toArray(), tagArray(), toValue() or all()");
    if (depth > deepest) throw new TypeError("the value is nested too deeply or contains itself; emit flat objects");
    if (Array.isArray(x)) return Array.from(x, function guard$each(y) { return guard$plain(y, depth + 1); });
    const out = {};
    for (const key of Object.keys(x)) out[key] = guard$plain(x[key], depth + 1);
    return out;
  }

  function guard$result(x) {
    if (typeof x === "object" && x !== null && typeof x.followRecursive === "function") return guard$path(x);
    return guard$plain(x, 0);
  }

  const counted = new Set(["limit", "skip", "getlimit"]);
  const called = new Set(["foreach", "map"]);

  function guard$call(name, method, self, args) {
    const lower = name.toLowerCase();
    if (lower === "g.v" || lower === "g.vertex" || lower === "is") args = args.flat(); // a list is as good as its members
    const clean = args.map(function guard$each(x, i) {
      if (called.has(lower) && i === args.length - 1) {
        if (typeof x !== "function") throw new TypeError(name + ": want a function, got " + guard$kind(x));
        return function guard$callback(row) { return x(guard$plain(row, 0)); };
      }
      if (counted.has(lower) && !(Number.isInteger(x) && x >= 0)) {
        throw new TypeError(name + ": want a number of results, 0 or more");
      }
      return guard$argument(name, x, 0);
    });
    if ((counted.has(lower) || lower === "back") && args.length !== 1) throw new TypeError(name + ": want one argument");
    let result;
    try {
      result = method.apply(self, clean);
    } catch (e) {
      if (called.has(lower)) throw e; // the script's own function may have thrown it
      throw guard$fault(name, e);
    }
    return guard$result(result);
  }

  function guard$path(path) {
    const outside = new Proxy({}, {
      get: function guard$get(_, name) {
        if (typeof name !== "string" || name === "toJSON") return undefined;
        if (typeof path[name] !== "function") throw new TypeError("a path has no step called " + name);
        return function guard$method(...args) { return guard$call(name, path[name], path, args); };
      },
    });
    inside.set(outside, path);
    return outside;
  }

  function guard$maker(name, arity, allowEmpty) {
    const method = globalThis[name];
    return function guard$made(...args) {
      if (args.length !== arity && !(name === "regex" && args.length === 2)) {
        throw new TypeError(name + ": want " + arity + (arity === 1 ? " argument" : " arguments") + ", got " + args.length);
      }
      const clean = args.map(function guard$each(x, i) {
        if (allowEmpty) {
          if (typeof x !== "string") throw new TypeError(name + ": want a string, got " + guard$kind(x));
          if (i === 0 && name !== "iri") return x;
          const full = guard$expand(x.startsWith("<") ? x : "<" + x + ">");
          return name === "lang" ? x : full.slice(1, -1);
        }
        return name === "regex" && i === 0 ? x : guard$argument(name, x, 0);
      });
      if (!allowEmpty && typeof clean[0] !== "string" && typeof clean[0] !== "number" && !made.has(clean[0])) {
        throw new TypeError(name + ": want a string or a value, got " + guard$kind(args[0]));
      }
      try {
        const value = method(...clean);
        made.add(value);
        return value;
      } catch (e) {
        throw guard$fault(name, e);
      }
    };
  }

  for (const [name, arity, allowEmpty] of [["iri", 1, true], ["str", 1, true], ["bnode", 1, true], ["raw", 1, true],
    ["lang", 2, true], ["typed", 2, true], ["lt", 1], ["lte", 1], ["gt", 1], ["gte", 1], ["regex", 1], ["like", 1]]) {
    globalThis[name] = guard$maker(name, arity, allowEmpty);
  }

  function guard$emit(x) {
    if (x === null || x === undefined) return null;
    native.emit("V" + JSON.stringify(guard$plain(x, 0)));
    return null;
  }

  // emitFacts(path): a row for each fact that the path leads to, sorted by date, those of unknown date last.
  globalThis.emitFacts = function guard$facts(path) {
    if (typeof path !== "object" || path === null || !inside.has(path) && !Array.isArray(path)) {
      throw new TypeError("emitFacts: want a path that leads to facts, or a list of them, got " + guard$kind(path));
    }
    const ids = inside.has(path) ? Array.from(inside.get(path).unique().toArray()) : path;
    native.emit("F" + JSON.stringify(ids.filter(function guard$some(x) { return typeof x === "string"; }).map(guard$expand)));
  };

  function guard$starter(name) {
    return function guard$start(...args) { return guard$call("g." + name, native[name], native, args); };
  }

  const start = {};
  for (const name of ["V", "Vertex", "M", "Morphism"]) start[name] = guard$starter(name);
  start.IRI = start.Uri = globalThis.iri;
  start.emit = start.Emit = guard$emit;
  start.addNamespace = start.AddNamespace = function guard$namespace(prefix, full) {
    if (typeof prefix !== "string" || typeof full !== "string") throw new TypeError("g.addNamespace: want two strings");
    prefixes[prefix] = full;
  };
  globalThis.g = globalThis.graph = Object.freeze(start);

  // A fault of an argument: what is wrong; what to do.
  function guard$refuse(fault, remedy) { return new TypeError(fault + "; " + remedy); }

  // entity(name): whatever has this name in Chinese or English, this alias or this id; else what the name means in another
  // script, in pinyin or for short.
  globalThis.entity = function guard$entity(name) {
    if (name === "") throw guard$refuse("the NAME is empty", "give a name or an id");
    if (typeof name !== "string") throw new TypeError("entity: want a name or an id, got " + guard$kind(name));
    const found = g.V(str(name)).in(["<j:name>", "<j:id>"]).unique();
    if (found.toValue() !== null) return found;
    const meant = meanings !== null && Object.hasOwn(meanings, name) ? meanings[name] : {};
    if (meant.nodes) return g.V(meant.nodes);
    if (meant.fault) throw new TypeError(meant.fault);
    throw guard$refuse("nothing in this store is called " + name, "`jishi query --name entities` lists the names");
  };

  // Whoever counts for it: itself, and the organizations, teams and places of a country. A person counts for whom he acts
  // for; for his country only where he acts for nobody.
  function guard$members(found) {
    const own = found.toArray(), people = [];
    for (const member of found.in("<j:country>").saveOpt("<j:kind>", "kind").tagArray()) {
      (member.kind === "leader" ? people : own).push(member.id);
    }
    return { own, people };
  }

  // factsAbout(name): the facts of which it is a party, or one that counts for it. A path to entities does as well.
  globalThis.factsAbout = function guard$about(name) {
    const { own, people } = guard$members(inside.has(name) ? name : entity(name));
    if (own.length === 0) return g.V("<j:entity/>"); // a path to nothing
    const facts = g.V(own).in(["<j:subject>", "<j:object>", "<j:onBehalfOf>"]).has("<rdf:type>", "<j:Fact>");
    const roles = people.length === 0 ? [] : g.V(people).in("<rdf:value>").has("<sem:roleType>", "<j:subject>", "<j:object>")
      .saveOpt("<j:onBehalfOf>", "acts").tagArray().filter(function guard$free(role) { return role.acts === undefined; });
    if (roles.length === 0) return facts.unique();
    return facts.union(g.V(roles.map(function guard$id(role) { return role.id; })).in("<j:role>")).unique();
  };

  // day(s): a day, month or year that a script was given, checked.
  globalThis.day = function guard$day(s) {
    const [year, month, date, more] = typeof s === "string" && /^\d{4}(-\d\d){0,2}$/.test(s) ? s.split("-").map(Number) : [0];
    const last = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    if (year < 1 || month < 1 || month > 12 || date < 1 || date > last[month - 1] || more !== undefined) {
      throw guard$refuse(s + " is no date", "write YYYY, YYYY-MM or YYYY-MM-DD");
    }
    return s;
  };

  // refuse(fault, remedy): ends the script with an error about its arguments.
  globalThis.refuse = function guard$refused(fault, remedy) { throw guard$refuse(String(fault), String(remedy)); };
})
