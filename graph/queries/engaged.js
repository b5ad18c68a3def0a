// engaged NAME
// All that NAME did and all that was done to it, in every modality. What a leader does counts for his country too.
// NAME is Chinese or English, an alias or an id. Offices are left out: they are no engagement.
emitFacts(factsAbout(args[0]).has("<j:event>"));
