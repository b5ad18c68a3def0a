// timeline [SINCE] [UNTIL]
// All that happened, day by day: deeds only. SINCE and UNTIL are days such as 2020-03-26, both included; with either,
// facts whose day is not known are left out.
var facts = g.V("<j:modality/actual>").in("<j:modality>").has("<rdf:type>", "<j:Fact>").has("<j:event>");
if (args.length > 0) facts = facts.has("<j:date>", gte(typed(args[0], "xsd:date")));
if (args.length > 1) facts = facts.has("<j:date>", lte(typed(args[1], "xsd:date")));
emitFacts(facts);
