// entities [TYPE]
// What the texts name: id, type, Chinese and English name, and in how many entries and facts it stands. TYPE is leader,
// country, organization, supply, place and so on.
var all = g.V().has("<j:label>");
if (args.length > 0) all = g.V("<j:type/" + args[0] + ">").in("<rdf:type>").has("<j:label>");
var rows = all.unique().toArray().map(function (e) {
  var at = g.V(e);
  return {
    id: at.out("<j:id>").toValue(),
    type: (at.out("<j:kind>").toValue() || ""),
    name: at.out("<j:label>").toValue(),
    english: (at.out("<j:english>").toValue() || ""),
    entries: at.in("<j:mentions>").unique().count(),
    facts: at.in(["<j:subject>", "<j:object>"]).unique().count(),
  };
});
rows.sort(function (a, b) {
  return a.type < b.type ? -1 : a.type > b.type ? 1 : b.facts - a.facts || b.entries - a.entries || (a.id < b.id ? -1 : 1);
});
rows.forEach(function (r) { g.emit(r); });
