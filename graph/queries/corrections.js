// corrections [BY]
// What people have said of facts: the verdict, the fact's id, how it was read, why it is said, by whom and when, and the
// sentence. Of the author BY, or of all.
var all = g.V("<j:Correction>").in("<rdf:type>");
if (args.length > 0) all = all.and(g.V(str(args[0])).in("<rdfs:label>").in("<prov:wasAssociatedWith>"));
function one(path) { return path.toValue() || ""; }
var rows = all.unique().toArray().map(function (c) {
  var at = g.V(c);
  return {
    verdict: one(at.out("<j:verdict>")),
    fact: one(at.out("<j:factID>")),
    read: one(at.out("<j:readAs>")),
    why: one(at.out("<rdfs:comment>")),
    by: one(at.out("<prov:wasAssociatedWith>").out("<rdfs:label>")),
    on: one(at.out("<dcterms:date>")),
    document: one(at.out("<j:document>").out("<j:id>")),
    sentence: one(at.out("<j:sentence>")),
  };
});
rows.sort(function (a, b) {
  return a.document < b.document ? -1 : a.document > b.document ? 1 : a.on < b.on ? -1 : a.on > b.on ? 1 : a.fact < b.fact ? -1 : 1;
});
rows.forEach(function (r) { g.emit(r); });
