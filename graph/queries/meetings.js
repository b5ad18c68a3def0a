// meetings [NAME]
// Who met whom, held a video conference or took part in a meeting, of NAME or of all; only what took place.
var relations = ["<j:met>", "<j:heldVideoConferenceWith>", "<j:attended>", "<j:hosted>", "<j:chaired>", "<j:spokeAt>"];
var facts = g.V(relations).in("<j:relation>").has("<j:modality>", "<j:modality/actual>");
if (args.length > 0) facts = facts.and(factsAbout(args[0]));
emitFacts(facts);
