// engaged NAME
// All that NAME did and all that was done to it, in every modality. What leaders, ministries, firms, teams and cities of a
// country do counts for it too. NAME is Chinese or English, an alias or an id. Offices are left out: they are no engagement.
emitFacts(factsAbout(args[0]).has("<j:event>"));
