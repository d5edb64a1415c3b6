// Whoever called it would be told so: there is no DlpServiceClient.
module.exports = {};
