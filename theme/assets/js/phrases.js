// The phrases of the interface in other languages, by language and Chinese phrase. A build puts
// them in for the languages of the site; in Chinese there is nothing to translate.

export const phrases = {};
