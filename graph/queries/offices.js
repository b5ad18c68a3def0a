// offices [NAME]
// Who held which office, as the texts say, of NAME (a person, a country, an organization) or of all: firstSeen and lastSeen
// are the first and the last day on which they call him by it, facts how often they do.
var facts = g.V("<j:holdsOffice>").in("<j:relation>").has("<j:modality>", "<j:modality/actual>");
if (args.length > 0) facts = facts.and(factsAbout(args[0]));
var names = {}, rows = {};
function name(node) { // of an entity; of a side of the fact, where the text names somebody without identity
  if (node === undefined) return "";
  if (!(node in names)) names[node] = g.V(node).out("<j:label>").toValue() || g.V(node).out("<j:name>").toValue() || "";
  return names[node];
}
facts.unique().saveOpt("<j:subject>", "who").saveOpt("<j:object>", "of").saveOpt("<j:attribute/office>", "office")
  .saveOpt("<j:date>", "date").tagArray().forEach(function (f) {
    var r = { name: name(f.who), office: f.office || "", of: name(f.of), firstSeen: "", lastSeen: "", facts: 0 };
    var key = [r.of, r.office, f.of, f.who, r.name].join("\t");
    r = rows[key] = rows[key] || r;
    r.facts++;
    if (f.date && f.date[0] !== "-") { // a day of a known year
      if (r.firstSeen === "" || f.date < r.firstSeen) r.firstSeen = f.date;
      if (f.date > r.lastSeen) r.lastSeen = f.date;
    }
  });
Object.keys(rows).sort().forEach(function (key) { g.emit(rows[key]); });
