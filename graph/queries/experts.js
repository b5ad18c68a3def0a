// experts [NAME]
// Who sent experts where: teams that went, from or to NAME or all. What was only promised is in the query promised.
var facts = g.V("<j:sentExpertsTo>").in("<j:relation>").has("<j:modality>", "<j:modality/actual>");
if (args.length > 0) facts = facts.and(factsAbout(args[0]));
emitFacts(facts);
