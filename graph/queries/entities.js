// entities [TYPE]
// What the texts name: id, type, Chinese and English name; in how many entries they name it; and in how many facts it has a
// part: as a side, as the country for which a side counts, or as a thing given. TYPE is leader, country, organization,
// supply, place and so on.
var all = g.V().has("<j:label>").has("<j:id>"), types = {};
if (args.length > 0) {
  g.V().has("<j:id>").out("<j:kind>").unique().forEach(function (d) { types[d.id] = true; });
  if (!types[args[0]]) {
    refuse("no rows: nothing in this store is of the type " + args[0], "there are " + Object.keys(types).sort().join(", "));
  }
  all = g.V("<j:type/" + args[0] + ">").in("<rdf:type>").has("<j:label>");
}
var rows = all.unique().toArray().map(function (e) {
  var at = g.V(e);
  return {
    id: at.out("<j:id>").toValue(),
    type: (at.out("<j:kind>").toValue() || ""),
    name: at.out("<j:label>").toValue(),
    english: (at.out("<j:english>").toValue() || ""),
    entries: at.in("<j:mentions>").unique().count(),
    facts: factsAbout(at).union(at.in("<j:supply>").in("<j:item>").has("<rdf:type>", "<j:Fact>")).unique().count(),
  };
}).filter(function (r) { return r.entries > 0 || r.facts > 0; });
rows.sort(function (a, b) {
  return a.type < b.type ? -1 : a.type > b.type ? 1 : b.facts - a.facts || b.entries - a.entries || (a.id < b.id ? -1 : 1);
});
rows.forEach(function (r) { g.emit(r); });
