export default {
  disableWelcomeMessage: true
};
