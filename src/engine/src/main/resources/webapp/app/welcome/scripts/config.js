export default {
  links: [],
  disableWelcomeMessage: true
};
