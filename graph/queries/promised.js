// promised [NAME]
// What was promised or planned and is not told as done, by or to NAME or all.
var facts = g.V("<j:modality/pledged>", "<j:modality/planned>").in("<j:modality>").has("<rdf:type>", "<j:Fact>");
if (args.length > 0) facts = facts.and(factsAbout(args[0]));
emitFacts(facts);
