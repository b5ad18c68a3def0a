// donations [NAME]
// Who gave what to whom: deeds only, by or to NAME or all. What was only promised is in the query promised.
var facts = g.V("<j:donatedTo>").in("<j:relation>").has("<j:modality>", "<j:modality/actual>");
if (args.length > 0) facts = facts.and(factsAbout(args[0]));
emitFacts(facts);
