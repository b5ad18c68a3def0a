// offices [NAME]
// Who held which office, of NAME (a person, a country, an organization) or of all. since and until stand where a table
// has the term; firstSeen and lastSeen are the days on which the texts call him by it.
var terms = g.V("<org:Membership>").in("<rdf:type>");
if (args.length > 0) {
  var who = entity(args[0]);
  terms = terms.and(who.in(["<org:member>", "<org:organization>"]));
}
function text(of, path) {
  var v = g.V(of).follow(path).toValue();
  return v === null ? "" : v;
}
var rows = terms.unique().toArray().map(function (t) {
  function label(way) {
    var of = text(t, g.M().out(way));
    return of === "" ? "" : text(of, g.M().out("<j:label>"));
  }
  return {
    name: label("<org:member>"),
    office: text(t, g.M().out("<j:title>")),
    of: label("<org:organization>"),
    since: text(t, g.M().out("<org:memberDuring>").out("<time:hasBeginning>").out(["<time:inXSDDate>", "<time:inXSDgYearMonth>", "<time:inXSDgYear>"])),
    until: text(t, g.M().out("<org:memberDuring>").out("<time:hasEnd>").out(["<time:inXSDDate>", "<time:inXSDgYearMonth>", "<time:inXSDgYear>"])),
    firstSeen: text(t, g.M().out("<j:firstSeen>")),
    lastSeen: text(t, g.M().out("<j:lastSeen>")),
  };
});
rows.sort(function (a, b) {
  var x = [a.of, a.office, a.since, a.firstSeen, a.name].join("\t"), y = [b.of, b.office, b.since, b.firstSeen, b.name].join("\t");
  return x < y ? -1 : x > y ? 1 : 0;
});
rows.forEach(function (r) { g.emit(r); });
