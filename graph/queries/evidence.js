// evidence ID
// The facts behind an id: of a fact, of an event, or of an entry by its label, such as 2020-03-26#5.
var id = args[0];
var facts = g.V("<j:fact/" + id + ">")
  .union(g.V("<j:event/" + id + ">").in("<j:event>"))
  .union(g.V(str(id)).in("<rdfs:label>").in("<j:entry>"))
  .has("<rdf:type>", "<j:Fact>");
if (facts.toValue() === null) refuse("no fact, event or entry is called " + id, "ids stand in the columns id and entry");
emitFacts(facts);
