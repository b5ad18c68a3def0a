// counts [NAME]
// How many facts and events there are of each relation and modality, of NAME or of all. An event told twice is one.
var facts = g.V("<j:Fact>").in("<rdf:type>");
if (args.length > 0) facts = facts.and(factsAbout(args[0]));
var first = {}, rows = {};
g.V().tag("later").out("<j:sameEvent>").tagArray().forEach(function (link) { first[link.later] = link.id; });
facts.unique().save("<j:relation>", "relation").save("<j:modality>", "modality").saveOpt("<j:event>", "event").forEach(function (f) {
  var relation = f.relation.replace(/^.*[:\/#](.*)>$/, "$1"), modality = f.modality.replace(/^.*[:\/#](.*)>$/, "$1");
  var row = rows[relation + " " + modality] = rows[relation + " " + modality] || { relation: relation, modality: modality, facts: 0, told: {} };
  row.facts++;
  if (f.event) row.told[first[f.event] || f.event] = true;
});
Object.keys(rows).sort().forEach(function (key) {
  var r = rows[key];
  g.emit({ relation: r.relation, modality: r.modality, facts: r.facts, events: Object.keys(r.told).length });
});
