// calls [NAME]
// Who telephoned whom, and when: calls that took place, of NAME or of all. The calls of its leaders and organizations
// are a country's too.
var facts = g.V("<j:called>").in("<j:relation>").has("<j:modality>", "<j:modality/actual>");
if (args.length > 0) facts = facts.and(factsAbout(args[0]));
emitFacts(facts);
