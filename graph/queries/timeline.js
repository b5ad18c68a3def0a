// timeline [SINCE] [UNTIL] [NAME]
// All that happened, day by day, to NAME or all: deeds only. SINCE and UNTIL are YYYY, YYYY-MM or YYYY-MM-DD, both
// included, or empty; with either, facts whose year is not known are left out.
var since = args[0] ? day(args[0]) : "", until = args[1] ? day(args[1]) : "";
var facts = g.V("<j:modality/actual>").in("<j:modality>").has("<rdf:type>", "<j:Fact>").has("<j:event>");
if (args.length > 2) facts = facts.and(factsAbout(args[2]));
if (since !== "" || until !== "") {
  // As far as both are known: a fact of 2020 may be one of March.
  function before(a, b) {
    var n = Math.min(a.length, b.length);
    return a.slice(0, n) < b.slice(0, n);
  }
  facts = facts.save("<j:date>", "first").saveOpt("<j:until>", "last").tagArray().filter(function (f) {
    return f.first[0] !== "-" && !before(f.last || f.first, since) && !before(until, f.first);
  }).map(function (f) { return f.id; });
}
emitFacts(facts);
